import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectBooks } from './harness/books';
import { newTicket, Stream, send, type Ticket } from './harness/cashier';
import { openCopy } from './harness/copy';
import { dataFolder, type Launcher } from './harness/launcher';
import { openShop, type Shop } from './harness/shop';

const SIZE = '220m';
const REFUSAL_LIMIT_MS = 60_000;

const dir = dataFolder();
const mounted =
  process.getuid?.() === 0 &&
  spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE},mode=0755`, 'kantuta-faults', dir]).status === 0;
if (!mounted) console.log('Disco lleno: no se prueba, porque montar un disco pequeño pide ser root');

describe.skipIf(!mounted)('a full disk', () => {
  let launcher: Launcher;
  let shop: Shop;
  beforeAll(async () => {
    launcher = await openCopy({}, dir);
    shop = await openShop(launcher, 2);
  });
  afterAll(async () => {
    await launcher?.stop();
    spawnSync('umount', ['-l', dir]);
    await launcher?.destroy();
  });

  it('is said in a sentence, refuses sales cleanly, and with room again the shop goes on', async () => {
    const stream = new Stream(launcher.url, shop);
    await stream.more(10, 30_000);
    const filler = path.join(dir, 'relleno');
    fill(filler);

    const refused = await refusals(launcher, shop, stream);
    const answers = JSON.stringify(refused.map(({ body }) => body));
    console.log(`disco lleno: ${answers}`);
    const before = launcher.said.length;
    fs.rmSync(filler);
    const back = await stream.more(10, 120_000);
    console.log(`con lugar otra vez: 10 ventas en ${(back / 1000).toFixed(1)} s`);
    for (const { ticket } of refused) await stream.settle(0, ticket);
    await stream.finish();
    expect(launcher.said.slice(0, before).join('\n') + answers).toMatch(/disco .*lleno/i);
    await expectBooks(launcher, stream);

    await launcher.stop();
    fill(filler);
    await expect(launcher.start()).rejects.toThrow(/disco .*lleno/i);
    fs.rmSync(filler);
    await launcher.start();
    await expectBooks(launcher, stream);
  });
});

/** Takes all the room that is left. */
function fill(file: string): void {
  const out = fs.openSync(file, 'w');
  try {
    for (const block of [Buffer.alloc(1 << 20), Buffer.alloc(1 << 12)]) {
      for (;;) {
        try {
          if (fs.writeSync(out, block) < block.length) break;
        } catch {
          break;
        }
      }
    }
  } finally {
    fs.closeSync(out);
  }
}

/** Charges until three sales have been refused, each in the envelope; those that still fit are noted. */
async function refusals(launcher: Launcher, shop: Shop, stream: Stream): Promise<{ ticket: Ticket; body: unknown }[]> {
  const refused: { ticket: Ticket; body: unknown }[] = [];
  const limit = Date.now() + REFUSAL_LIMIT_MS;
  while (refused.length < 3) {
    if (Date.now() > limit) throw new Error('A full disk never refused a sale');
    const ticket = newTicket(shop, 0);
    const { status, body } = await send(launcher.url, shop.tokens[0], ticket);
    if (status >= 500) refused.push({ ticket, body });
    else if (status === 201) stream.note(ticket, body);
    await sleep(100);
  }
  return refused;
}
