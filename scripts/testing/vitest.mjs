import path from 'node:path';
import { countVitest } from './totals.mjs';

/**
 * Runs Vitest, shown as it goes, and counts what it did.
 * @param {import('../launcher/processes.mjs').Processes} processes
 * @param {{ dir: string, name: string, args?: string[], env?: Record<string, string> }} o dir: the run's folder, where data and
 * the report go; name: of the report
 */
export async function runVitest(processes, { dir, name, args = [], env = {} }) {
  const report = path.join(dir, `${name}.json`);
  const reporters = ['--reporter=default', '--reporter=./scripts/testing/report.mjs', `--outputFile.json=${report}`];
  const code = await processes.start(['node_modules/vitest/vitest.mjs', 'run', ...args, ...reporters], {
    env: { TEST_DIR: dir, ...env },
    inherit: true,
  });
  return countVitest(report, code);
}
