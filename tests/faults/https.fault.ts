import { X509Certificate } from 'node:crypto';
import fs from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import path from 'node:path';
import tls from 'node:tls';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { connect } from '@/db/embedded/connect.mjs';
import { freePort } from '@/db/embedded/server.mjs';
import { openHttps } from '@/scripts/launcher/https.mjs';
import { newTicket } from './harness/cashier';
import { openCopy } from './harness/copy';
import { dataFolder, type Launcher } from './harness/launcher';
import { openShop, type Shop } from './harness/shop';

type Reply = { status: number; headers: http.IncomingHttpHeaders; cookies: string[]; text: string };

let launcher: Launcher;
let shop: Shop;
let base: string;
let ca: Buffer;
beforeAll(async () => {
  const port = await freePort();
  launcher = await openCopy({ HTTPS: '1', HTTPS_PORT: String(port) });
  base = `https://localhost:${port}`;
  ca = fs.readFileSync(path.join(launcher.dir, 'https', 'certificado.pem'));
  shop = await openShop(launcher, 2);
});
afterAll(() => launcher?.destroy());

it('the terminal says the address, the fingerprint and that browsers will warn', () => {
  const said = launcher.said.join('\n');
  const { fingerprint256 } = new X509Certificate(ca);
  expect(said).toContain(base);
  expect(said).toContain(fingerprint256.slice(0, 47));
  expect(said).toContain(fingerprint256.slice(48));
  expect(said).toContain('el navegador avisa');
});

it('a page redirects within the address that was asked, whatever a client says of itself', async () => {
  const { status, headers } = await ask(`${base}/vender`, { headers: { 'x-forwarded-host': 'otra.tienda' } });
  expect(status).toBe(307);
  expect(new URL(headers.location ?? '', base).origin).toBe(base);
});

it('a sign-in and a sale through HTTPS, with a cookie that never travels in the clear', async () => {
  const cookies = await signIn(base, 0);
  expect(cookies.find((one) => one.startsWith('__Secure-authjs.session-token='))).toMatch(/; Secure/i);
  const sale = await charge(base, cookies, 0);
  expect(sale).toMatchObject({ status: 201 });
  const sql = await connect(await launcher.databaseUrl());
  const [{ ip } = { ip: null }] = await sql`select ip from sesion_acceso where canal = 'navegador'`;
  await sql.end({ timeout: 1 });
  expect(String(ip)).toMatch(/^127\.0\.0\.1/);
});

it('plain http goes on beside it, and nobody passes for https by saying so', async () => {
  const cookies = await signIn(launcher.url, 1);
  expect(cookies.some((one) => one.startsWith('authjs.session-token='))).toBe(true);
  expect(cookies.some((one) => one.startsWith('__Secure-'))).toBe(false);
  expect(await charge(launcher.url, cookies, 1)).toMatchObject({ status: 201 });
  const foreign = await charge(launcher.url, cookies, 1, 'http://otra.tienda');
  expect(foreign).toMatchObject({ status: 403 });
});

it('events arrive while the stream is open', async () => {
  const heard = await new Promise<string>((resolve, reject) => {
    const headers = { authorization: `Bearer ${shop.tokens[0]}`, accept: 'text/event-stream' };
    const request = https.get(`${base}/api/eventos`, { ca, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        if (text === '') charge(base, [], 1, undefined, shop.tokens[1]).catch(reject);
        text += chunk;
        if (!text.includes('"tema":"venta"')) return;
        resolve(text);
        request.destroy();
      });
    });
    request.once('error', reject).setTimeout(20_000, () => request.destroy(new Error(`nothing heard`)));
  });
  expect(heard).toContain('"tema":"venta"');
});

it('closes whole', async () => {
  expect(await launcher.stop()).toBeLessThan(8000);
  expect(launcher.pid('web')).toBe(0);
});

it('a certificate that is given is the one that serves, and the terminal warns of nothing', async () => {
  const dir = dataFolder();
  // one that another machine made: nothing in the shop's own folder may take its place
  const { cert, key, fingerprint } = openHttps({ port: 1 }, path.join(dir, 'ajeno'));
  const port = await freePort();
  const given = await openCopy({ CERTIFICADO: cert, CLAVE_CERTIFICADO: key, HTTPS_PORT: String(port) }, dir);
  try {
    expect(await servedFingerprint(port, fs.readFileSync(cert))).toBe(fingerprint);
    expect(fs.existsSync(path.join(dir, 'https'))).toBe(false);
    const said = given.said.join('\n');
    expect(said).toContain(fingerprint.slice(0, 47));
    expect(said).not.toContain('el navegador avisa');
  } finally {
    await given.destroy();
  }
});

function servedFingerprint(port: number, trusted: Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = tls.connect({ port, host: '127.0.0.1', servername: 'localhost', ca: trusted }, () => {
      resolve(socket.getPeerCertificate().fingerprint256);
      socket.destroy();
    });
    socket.once('error', reject);
  });
}

/** Signs in as a browser does, through next-auth; answers the cookies it was given. */
async function signIn(origin: string, i: number): Promise<string[]> {
  const csrf = await ask(`${origin}/api/auth/csrf`, {});
  const { csrfToken } = JSON.parse(csrf.text) as { csrfToken: string };
  const form = { csrfToken, email: shop.cajeros[i]?.email ?? '', password: shop.password };
  const lies = { 'x-forwarded-for': '203.0.113.9', 'x-forwarded-proto': origin.startsWith('https') ? 'http' : 'https' };
  const headers = { ...cookieHeader(csrf.cookies), ...lies, 'content-type': 'application/x-www-form-urlencoded' };
  const body = new URLSearchParams(form).toString();
  const { cookies } = await ask(`${origin}/api/auth/callback/credentials`, { method: 'POST', headers, body });
  return cookies;
}

/** Charges a ticket with the cookies of a browser on a page of `from`, or with a token. */
function charge(origin: string, cookies: string[], i: number, from = origin, token?: string): Promise<Reply> {
  const { clave, body } = newTicket(shop, i);
  const who = token ? { authorization: `Bearer ${token}` } : { ...cookieHeader(cookies), origin: from };
  const headers = { ...who, 'idempotency-key': clave, 'content-type': 'application/json' };
  return ask(`${origin}/api/ventas`, { method: 'POST', headers, body: JSON.stringify(body) });
}

const cookieHeader = (cookies: string[]) => ({ cookie: cookies.map((one) => one.split(';')[0]).join('; ') });

type Ask = { method?: string; headers?: http.OutgoingHttpHeaders; body?: string };

/** One request that trusts the shop's own certificate, and follows nothing. */
function ask(url: string, { method = 'GET', headers = {}, body = '' }: Ask): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const options = { method, headers: { ...headers, 'content-length': Buffer.byteLength(body) }, ca };
    const request = (url.startsWith('https') ? https : http).request(url, options, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () => {
        const { statusCode: status = 0, headers: answered } = response;
        resolve({ status, headers: answered, cookies: answered['set-cookie'] ?? [], text });
      });
    });
    request.once('error', reject).end(body);
  });
}
