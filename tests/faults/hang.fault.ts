import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { expectBooks } from './harness/books';
import { Browser } from './harness/browser';
import { newTicket, Stream, send } from './harness/cashier';
import { openCopy } from './harness/copy';
import type { Launcher } from './harness/launcher';
import { groupOf, signal } from './harness/processes';
import { openShop, type Shop } from './harness/shop';

/** The door's ten seconds, and what a busy machine may add. */
const ANSWER_LIMIT_MS = 14_000;

let launcher: Launcher;
let shop: Shop;
let stopped: number[] = [];
beforeAll(async () => {
  launcher = await openCopy();
  shop = await openShop(launcher, 3);
});
afterAll(async () => {
  signal(stopped, 'SIGCONT');
  await launcher?.destroy();
});

it('PostgreSQL hangs: 503 in bounded time, pages too, and after it wakes nothing is lost nor doubled', async () => {
  const stream = new Stream(launcher.url, shop);
  await stream.more(10, 30_000);
  const browser = await Browser.signIn(launcher.url, shop.cajeros[0]?.email ?? '', shop.password);
  expect((await browser.visit('/vender')).status).toBe(200);
  // its postmaster first: then no process of its own begins between the list and the signal
  stopped = [launcher.pid('postgres')];
  signal(stopped, 'SIGSTOP');
  stopped = groupOf(launcher.pid('postgres'));
  expect(signal(stopped, 'SIGSTOP')).toBeGreaterThan(1);

  const ticket = newTicket(shop, 0);
  // the database answered a moment ago, so this one is let in and its reads are given up on
  const caught = browser.visit('/ventas');
  await sleep(1200);
  const signedIn = { headers: { authorization: `Bearer ${shop.tokens[1]}` } };
  const [health, refused, list, page, slowestPage] = await Promise.all([
    timed(() => fetch(`${launcher.url}/api/salud`)),
    send(launcher.url, shop.tokens[0], ticket),
    timed(() => fetch(`${launcher.url}/api/productos`, signedIn)),
    caught,
    visitPages(browser),
  ]);
  expect(refused).toMatchObject({ status: 503, body: { statusCode: 503, code: 'sin_base' } });
  expect([health.response.status, list.response.status]).toEqual([503, 503]);
  expect(page.status).toBeGreaterThanOrEqual(500);
  for (const { ms } of [health, refused, list, page]) expect(ms).toBeLessThan(ANSWER_LIMIT_MS);

  signal(stopped, 'SIGCONT');
  stopped = [];
  await expect.poll(async () => (await browser.visit('/vender')).status, { timeout: 10_000 }).toBe(200);
  const back = await stream.more(10, 30_000);
  // the refused ticket may have been charged when the database woke up: its clave says so, and never charges it again
  await stream.settle(0, ticket);
  await expect.poll(async () => (await fetch(`${launcher.url}/api/salud`)).status, { timeout: 10_000 }).toBe(200);
  await stream.finish();
  await sleep(500);
  console.log(
    `base colgada: 503 en ${(refused.ms / 1000).toFixed(1)} s, salud en ${(health.ms / 1000).toFixed(1)} s, páginas en ${(slowestPage / 1000).toFixed(1)} s ` +
      `(la que ya estaba adentro, ${page.status} en ${(page.ms / 1000).toFixed(1)} s); ` +
      `10 ventas a los ${(back / 1000).toFixed(1)} s de despertar`,
  );
  await expectBooks(launcher, stream);
});

async function timed(ask: () => Promise<Response>): Promise<{ response: Response; ms: number }> {
  const since = performance.now();
  const response = await ask();
  return { response, ms: performance.now() - since };
}

/** Visits pages, signed in and not, while the database hangs; answers how long the slowest took. */
async function visitPages(browser: Browser): Promise<number> {
  const signedOut = browser.visit('/ingresar', { signedIn: false });
  const visits = await Promise.all([
    signedOut,
    ...['/vender', '/ventas', '/cajas', '/'].map((path) => browser.visit(path)),
  ]);
  for (const { status, html, ms } of visits) {
    expect(ms).toBeLessThan(ANSWER_LIMIT_MS);
    expect(status).toBe(503);
    expect(html).toContain('La base de datos no responde');
    expect(html).toContain('Reintentar');
  }
  return Math.max(...visits.map(({ ms }) => ms));
}
