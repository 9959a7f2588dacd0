import { afterAll, beforeAll, expect, it } from 'vitest';
import { connect } from '@/db/embedded/connect.mjs';
import { survivors } from '@/scripts/testing/product.mjs';
import { openCopy } from './harness/copy';
import type { Launcher } from './harness/launcher';

/** With nothing linked it asks WhatsApp for nothing: only its process is watched here. */
let launcher: Launcher;
let sql: Awaited<ReturnType<typeof connect>>;
beforeAll(async () => {
  launcher = await openCopy({ WHATSAPP: '1' });
  sql = await connect(await launcher.databaseUrl());
});
afterAll(async () => {
  await sql?.end({ timeout: 1 });
  await launcher?.destroy();
});

const worker = () => survivors(launcher.dir).find(({ command }) => command.includes('.build/whatsapp.mjs'))?.pid ?? 0;
const inCharge = async () => {
  const [row] = await sql<{ pid: number }[]>`
    select a.pid from pg_locks l join pg_stat_activity a using (pid)
    where l.locktype = 'advisory' and l.granted and a.application_name = 'kantuta-whatsapp'`;
  return row?.pid ?? 0;
};

it('runs when it is asked for, comes back after kill -9 and closes with the rest', async () => {
  await expect.poll(inCharge, { timeout: 20_000 }).not.toBe(0);
  const before = await inCharge();
  const pid = worker();
  expect(pid).not.toBe(0);
  process.kill(pid, 'SIGKILL');
  const since = performance.now();
  await expect.poll(async () => [0, before].includes(await inCharge()), { timeout: 20_000 }).toBe(false);
  console.log(`WhatsApp otra vez a cargo a los ${((performance.now() - since) / 1000).toFixed(1)} s de kill -9`);
  const [row] = await sql<
    { late: number }[]
  >`select extract(epoch from now() - latido)::float8 as late from whatsapp_estado`;
  expect(row?.late).toBeLessThan(10);
  await sql.end({ timeout: 1 });
  expect(await launcher.stop()).toBeLessThan(8000);
  expect(worker()).toBe(0);
});
