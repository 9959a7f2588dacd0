import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from '@/db/embedded/server.mjs';
import { Processes } from '@/scripts/launcher/processes.mjs';
import { newTicket, send } from './harness/cashier';
import { openCopy } from './harness/copy';
import type { Launcher } from './harness/launcher';
import { bookedSales, openShop, type Shop } from './harness/shop';

const PEOPLE = 2;
/** What the product promises for a revoked session. */
const REVOCATION_LIMIT_MS = 30_000;

const second = new Processes();
let launcher: Launcher;
let shop: Shop;
let webs: [string, string];

beforeAll(async () => {
  launcher = await openCopy();
  shop = await openShop(launcher, PEOPLE);
  webs = [launcher.url, await startSecondWeb()];
});
afterAll(async () => {
  await second.stopAll();
  await launcher?.destroy();
});

/** Another web process over the same database and secret, as a replica behind a proxy is. */
async function startSecondWeb(): Promise<string> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const secret = fs.readFileSync(path.join(launcher.dir, 'secreto'), 'utf8').trim();
  const env = {
    DATABASE_URL: await launcher.databaseUrl(),
    AUTH_SECRET: secret,
    NODE_ENV: 'production',
    JWT_EXPIRES_IN: '12h',
  };
  second.open(['node_modules/next/dist/bin/next', 'start', '-p', String(port), '-H', '127.0.0.1'], { env });
  for (const limit = Date.now() + 60_000; Date.now() < limit; await sleep(100)) {
    if (
      await fetch(`${url}/api/salud`).then(
        (r) => r.ok,
        () => false,
      )
    )
      return url;
  }
  throw new Error('The second web did not start');
}

const perfil = async (url: string, token: string | undefined) =>
  (await fetch(`${url}/api/auth/profile`, { headers: { authorization: `Bearer ${token}` } })).status;

describe('two web processes on one database', () => {
  it('charge once a ticket that reaches both, many times at once', async () => {
    const ticket = newTicket(shop, 0);
    const envios = Array.from({ length: 20 }, (_, i) => send(webs[i % 2 === 0 ? 0 : 1], shop.tokens[0], ticket));
    const respuestas = await Promise.all(envios);
    expect(respuestas.map((r) => r.status).sort()).toEqual([...Array(19).fill(200), 201]);
    expect(new Set(respuestas.map((r) => (r.body as { id: number }).id)).size).toBe(1);
    const { acts } = await bookedSales(launcher);
    expect(acts.filter((a) => a.clave === ticket.clave)).toHaveLength(1);
  });

  it('tell on one what happened on the other', async () => {
    const headers = { authorization: `Bearer ${shop.tokens[1]}`, accept: 'text/event-stream' };
    const abort = new AbortController();
    const stream = await fetch(`${webs[0]}/api/eventos`, { headers, signal: abort.signal });
    expect(stream.status).toBe(200);
    const lector = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    let oido = (await lector?.read())?.value ?? '';
    expect((await send(webs[1], shop.tokens[1], newTicket(shop, 1))).status).toBe(201);
    while (!oido.includes('"tema":"venta"')) {
      const { value, done } = (await lector?.read()) ?? { done: true };
      if (done) throw new Error(`The stream ended after: ${oido}`);
      oido += value;
    }
    abort.abort();
  });

  it('both refuse who signed out on one, in the time that is promised', async () => {
    const [, token] = shop.tokens;
    expect(await perfil(webs[1], token)).toBe(200);
    const salida = await fetch(`${webs[0]}/api/auth/logout`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
    });
    expect(salida.status).toBe(200);
    expect(await perfil(webs[0], token)).toBe(401);
    await expect.poll(() => perfil(webs[1], token), { timeout: REVOCATION_LIMIT_MS, interval: 500 }).toBe(401);
  });

  it('leave books that agree', async () => {
    expect(await launcher.verificar()).toMatchObject({ clean: true });
  });
});
