import { spawn } from 'node:child_process';
import { createHash, X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import type { Duplex } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import tls from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from '../../db/embedded/server.mjs';
import { doorEnvironment, openHttps } from './https.mjs';

/** The door alone, with a given certificate, before a web server of ours on loopback that only speaks websocket. */
const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'kantuta-puerta-'));
const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
const KEY = 'dGhlIHNhbXBsZSBub25jZQ==';

const web = http.createServer();
const seen: http.IncomingHttpHeaders[] = [];
const upstreamSockets = new Set<Duplex>();
web.on('upgrade', (request, socket: Duplex, head: Buffer) => {
  seen.push(request.headers);
  upstreamSockets.add(socket);
  socket.on('error', () => {}).once('close', () => upstreamSockets.delete(socket));
  if (request.url !== '/vivo') {
    socket.end(
      'HTTP/1.1 403 Forbidden\r\ncontent-type: text/plain\r\ntransfer-encoding: chunked\r\n\r\n3\r\nno!\r\n0\r\n\r\n',
    );
    return;
  }
  const accept = createHash('sha1').update(`${request.headers['sec-websocket-key']}${GUID}`).digest('base64');
  const lines = ['Upgrade: websocket', 'Connection: Upgrade', `Sec-WebSocket-Accept: ${accept}`];
  const cookies = ['Set-Cookie: a=1; Path=/', 'Set-Cookie: b=2, con coma'];
  socket.write(`HTTP/1.1 101 Switching Protocols\r\n${[...lines, ...cookies].join('\r\n')}\r\n\r\nhola`);
  socket.write(head);
  socket.pipe(socket);
});

let door: ReturnType<typeof spawn>;
let port: number;
let fingerprint: string;
let ca: Buffer;
beforeAll(async () => {
  web.listen(0, '127.0.0.1');
  await once(web, 'listening');
  const made = openHttps({ port: 1 }, path.join(dir, 'otra-casa'));
  port = await freePort();
  const given = openHttps({ port, given: { cert: made.cert, key: made.key } }, dir);
  ({ fingerprint } = given);
  ca = fs.readFileSync(given.cert);
  const outside = { host: '127.0.0.1', port: await freePort() };
  const env = doorEnvironment(given, outside, (web.address() as AddressInfo).port);
  door = spawn(process.execPath, ['scripts/launcher/https-proxy.mjs'], { env: { ...process.env, ...env } });
  for (const limit = Date.now() + 10_000; Date.now() < limit && !(await reachable()); ) await sleep(50);
});
afterAll(async () => {
  door?.kill('SIGKILL');
  web.close();
  for (const socket of upstreamSockets) socket.destroy();
  fs.rmSync(dir, { recursive: true, force: true });
});

describe('the door', () => {
  it('serves the certificate that it was given', async () => {
    const socket = await open();
    expect(socket.getPeerCertificate().fingerprint256).toBe(fingerprint);
    expect(new X509Certificate(ca).fingerprint256).toBe(fingerprint);
    socket.destroy();
  });

  it('lets a websocket through both ways, from its first byte, with every header as it came', async () => {
    const socket = await open();
    const heard = listen(socket);
    socket.write(`${handshake('/vivo')}antes`);
    await expect.poll(heard, { timeout: 5000 }).toMatch(/\r\n\r\nholaantes$/);
    const accept = createHash('sha1').update(`${KEY}${GUID}`).digest('base64');
    expect(heard()).toContain('HTTP/1.1 101 Switching Protocols\r\n');
    expect(heard()).toContain(`Sec-WebSocket-Accept: ${accept}\r\n`);
    expect(heard()).toContain('Set-Cookie: a=1; Path=/\r\nSet-Cookie: b=2, con coma\r\n');
    socket.write('después');
    await expect.poll(heard, { timeout: 5000 }).toMatch(/holaantesdespués$/);
    expect(seen.at(-1)).toMatchObject({
      'x-forwarded-proto': 'https',
      'x-forwarded-host': `localhost:${port}`,
      'x-forwarded-for': '127.0.0.1',
    });
    expect(upstreamSockets.size).toBe(1);
    socket.destroy();
    await expect.poll(() => upstreamSockets.size, { timeout: 5000 }).toBe(0);
  });

  it('tells a browser whose handshake is refused why, and closes', async () => {
    const socket = await open();
    const heard = listen(socket);
    socket.write(handshake('/otra'));
    await once(socket, 'end');
    expect(heard()).toMatch(/^HTTP\/1\.1 403 Forbidden\r\n/);
    expect(heard()).toMatch(/\r\n\r\nno!$/);
    expect(heard()).not.toMatch(/transfer-encoding/i);
  });

  it('closes the browser’s side when the web goes, and says 503 while it is away', async () => {
    const socket = await open();
    const heard = listen(socket);
    socket.write(handshake('/vivo'));
    await expect.poll(heard, { timeout: 5000 }).toContain('hola');
    const closed = once(socket, 'close');
    for (const one of upstreamSockets) one.destroy();
    await closed;
    web.close();
    await once(web, 'close');
    const late = await open();
    const answered = listen(late);
    late.write(handshake('/vivo'));
    await once(late, 'end');
    expect(answered()).toMatch(/^HTTP\/1\.1 503 /);
  });
});

const handshake = (url: string) =>
  [
    `GET ${url} HTTP/1.1`,
    `Host: localhost:${port}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    `Sec-WebSocket-Key: ${KEY}`,
    'X-Forwarded-Proto: http',
    'X-Forwarded-For: 203.0.113.9',
    '\r\n',
  ].join('\r\n');

async function open(): Promise<tls.TLSSocket> {
  const socket = tls.connect({ port, host: '127.0.0.1', servername: 'localhost', ca });
  await once(socket, 'secureConnect');
  return socket;
}

function listen(socket: Socket): () => string {
  let text = '';
  socket.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
  });
  return () => text;
}

const reachable = () =>
  open().then(
    (socket) => Boolean(socket.destroy()),
    () => false,
  );
