import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Refusal } from '../db/embedded/refusal.mjs';
import { install } from './launcher/install.mjs';
import { runSession } from './launcher/session.mjs';
import { isBuilt } from './launcher/stamp.mjs';
import { faultsStage } from './testing/faults-stage.mjs';

/**
 * `npm run faults [-- --kills=N] [name…]`: what `npm test` does to the running product, with 50 deaths instead of a few.
 * Names choose files of `tests/faults`.
 */
await runSession(async (session) => {
  const { processes, voice } = session;
  const given = process.argv.slice(2);
  const asked = given.find((one) => one.startsWith('--kills='))?.slice('--kills='.length) ?? '50';
  const kills = Number(asked);
  if (!Number.isInteger(kills) || kills < 1) throw new Refusal(`--kills no es un número: ${asked}`);
  await install(processes, voice);
  if (!isBuilt()) await processes.run('La construcción', ['scripts/build.mjs']);
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'kantuta-fallas-'));
  fs.chmodSync(dir, 0o755);
  await session.own(Promise.resolve({ stop: async () => fs.rmSync(dir, { recursive: true, force: true }) }));
  const only = given.filter((one) => !one.startsWith('--'));
  const { passed, failed, skipped } = await faultsStage(processes, { dir, kills, only });
  console.log(`${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`);
  return failed > 0 || passed === 0 ? 1 : 0;
});
