import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { expectBooks } from './harness/books';
import { Stream } from './harness/cashier';
import { openCopy } from './harness/copy';
import type { Launcher, Part } from './harness/launcher';
import { openShop, type Shop } from './harness/shop';

/** FAULTS_KILLS: 50 in `npm run faults`. */
const KILLS = Number(process.env.FAULTS_KILLS || 6);
const RECOVERY_LIMIT_MS = 90_000;

/** One launcher in five: its successor also starts counting restarts from nothing. */
const TURN: readonly Part[] = ['web', 'postgres', 'web', 'postgres', 'launcher'];

let launcher: Launcher;
let shop: Shop;
beforeAll(async () => {
  launcher = await openCopy();
  shop = await openShop(launcher, 4);
});
afterAll(() => launcher?.destroy());

it(`kill -9 of web, PostgreSQL and launcher, ${KILLS} times during sales: every acknowledged sale once`, async () => {
  const stream = new Stream(launcher.url, shop);
  const recoveries: { part: Part; ms: number }[] = [];
  await stream.more(10, RECOVERY_LIMIT_MS);
  for (let n = 0; n < KILLS; n++) {
    const part = TURN[n % TURN.length] ?? 'web';
    await sleep(randomInt(300));
    expect(await launcher.kill(part), `there was a ${part} to kill`).toBe(true);
    const ms = await stream.more(8, RECOVERY_LIMIT_MS);
    recoveries.push({ part, ms });
  }
  await stream.finish();
  const worst = Math.max(...recoveries.map(({ ms }) => ms));
  console.log(
    `${KILLS} muertes: ${stream.acknowledged.length} ventas confirmadas, ${stream.retried} reintentos, ` +
      `la vuelta más lenta en ${(worst / 1000).toFixed(1)} s`,
  );
  expect(stream.retried).toBeGreaterThan(0);
  await expectBooks(launcher, stream);
});
