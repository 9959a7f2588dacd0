import http from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openCopy } from './harness/copy';
import type { Launcher } from './harness/launcher';
import { openShop, type Shop } from './harness/shop';

const STREAMS = 300;
/** A hundred for each person is what the product admits. */
const PEOPLE = 4;
const LIMIT_MS = 5000;

let launcher: Launcher;
let shop: Shop;
beforeAll(async () => {
  launcher = await openCopy();
  shop = await openShop(launcher, PEOPLE);
});
afterAll(() => launcher?.destroy());

it(`SIGTERM with ${STREAMS} open event streams ends everything in under ${LIMIT_MS / 1000} s`, async () => {
  const agent = new http.Agent({ maxSockets: Number.POSITIVE_INFINITY });
  let ended = 0;
  const onEnd = () => {
    ended++;
  };
  const open = Array.from({ length: STREAMS }, (_, i) =>
    openStream(agent, `${launcher.url}/api/eventos`, shop.tokens[i % PEOPLE] ?? '', onEnd),
  );
  expect(new Set(await Promise.all(open))).toEqual(new Set([200]));
  const ms = await launcher.stop();
  console.log(`SIGTERM con ${STREAMS} lecturas abiertas: ${(ms / 1000).toFixed(2)} s`);
  expect(ms).toBeLessThan(LIMIT_MS);
  await expect.poll(() => ended).toBe(STREAMS);
  expect([launcher.pid('web'), launcher.pid('postgres')]).toEqual([0, 0]);
});

/** Opens one on a socket of its own and leaves it open; answers its status once the first bytes came. */
function openStream(agent: http.Agent, url: string, token: string, onEnd: () => void): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${token}`, accept: 'text/event-stream' };
    const request = http.get(url, { agent, headers }, (response) => {
      response.once('data', () => resolve(response.statusCode ?? 0));
      response.on('error', () => {}).once('close', onEnd);
    });
    request.once('error', reject);
  });
}
