import { setTimeout as sleep } from 'node:timers/promises';

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 30_000;
const STEADY_MS = 60_000;

/**
 * Keeps something running: starts it again whenever it ends, each time waiting twice as long, and from
 * the beginning once it has lasted a minute.
 * @param {object} o
 * @param {() => Promise<unknown>} o.start runs it; settles when it has ended
 * @param {() => boolean} o.stopping
 * @param {(waitMs: number, failures: number) => void} o.onEnd told before each wait
 * @param {(ms: number) => Promise<unknown>} [o.wait]
 */
export async function supervise({ start, stopping, onEnd, wait = sleep }) {
  for (let failures = 0; ; ) {
    const since = Date.now();
    await start();
    if (stopping()) return;
    failures = Date.now() - since > STEADY_MS ? 1 : failures + 1;
    const waitMs = Math.min(FIRST_WAIT_MS * 2 ** (failures - 1), LONGEST_WAIT_MS);
    onEnd(waitMs, failures);
    await wait(waitMs);
    if (stopping()) return;
  }
}
