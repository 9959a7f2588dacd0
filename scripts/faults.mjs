import { Refusal } from '../db/embedded/refusal.mjs';
import { install } from './launcher/install.mjs';
import { runSession } from './launcher/session.mjs';
import { isBuilt } from './launcher/stamp.mjs';
import { runFolder } from './testing/run-folder.mjs';
import { Totals } from './testing/totals.mjs';
import { runVitest } from './testing/vitest.mjs';

/**
 * `npm run faults [-- --kills=N] [name…]`: the built product killed, hung, with a full disk, closed with readers, asked by HTTPS.
 * Fifty deaths unless told otherwise; names choose files of `tests/faults`. Ends with one line of totals.
 */
await runSession(async (session) => {
  const { processes, voice } = session;
  const given = process.argv.slice(2);
  const asked = given.find((one) => one.startsWith('--kills='))?.slice('--kills='.length) ?? '50';
  const kills = Number(asked);
  if (!Number.isInteger(kills) || kills < 1) throw new Refusal(`--kills no es un número: ${asked}`);
  await install(processes, voice);
  if (!isBuilt()) await processes.run('La construcción', ['scripts/build.mjs']);
  const { dir } = await session.own(runFolder());
  const only = given.filter((one) => !one.startsWith('--'));
  const totals = new Totals();
  const args = ['--config', 'tests/faults/vitest.config.ts', ...only];
  const env = { FAULTS_KILLS: String(kills) };
  totals.add('fallas', await runVitest(processes, { dir, name: 'fallas', args, env }));
  totals.close();
  return totals.failed > 0 ? 1 : 0;
});
