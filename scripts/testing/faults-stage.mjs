import path from 'node:path';
import { countVitest } from './totals.mjs';

/**
 * The built product, mistreated: killed, hung, with a full disk, closed with readers, asked by HTTPS (`tests/faults`).
 * @param {import('../launcher/processes.mjs').Processes} processes
 * @param {{ dir: string, kills: number, only?: string[] }} o dir: where data and the report go; only: names of files
 */
export async function faultsStage(processes, { dir, kills, only = [] }) {
  const report = path.join(dir, 'fallas.json');
  const args = ['run', '--config', 'tests/faults/vitest.config.ts', ...only];
  const reporters = ['--reporter=default', '--reporter=./scripts/testing/report.mjs', `--outputFile.json=${report}`];
  const code = await processes.start(['node_modules/vitest/vitest.mjs', ...args, ...reporters], {
    env: { TEST_DIR: dir, FAULTS_KILLS: String(kills) },
    inherit: true,
  });
  return countVitest(report, code);
}
