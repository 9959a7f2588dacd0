import fs from 'node:fs';

/**
 * The run's count. A stage that ran nothing is a failure: a suite that silently lost its tests must not pass.
 */
export class Totals {
  passed = 0;
  failed = 0;
  skipped = 0;

  /**
   * Adds a stage and says how it went.
   * @param {string} stage
   * @param {{ passed: number, failed: number, skipped?: number }} counts
   */
  add(stage, { passed, failed, skipped = 0 }) {
    const lost = passed + failed === 0 ? 1 : 0;
    this.passed += passed;
    this.failed += failed + lost;
    this.skipped += skipped;
    console.log(
      `\n── ${stage}: ${lost ? 'no corrió ninguna prueba' : `${passed} bien, ${failed} mal${skipped ? `, ${skipped} sin probar` : ''}`}\n`,
    );
  }

  /**
   * Adds one check of its own.
   * @param {string} name
   * @param {boolean} ok
   * @param {string} [why]
   */
  check(name, ok, why = '') {
    this[ok ? 'passed' : 'failed']++;
    console.log(`${ok ? '✓' : '✗'} ${name}${why && ` (${why})`}`);
  }
}

/**
 * @param {string} file
 * @returns {any} null when the tool did not get to write it
 */
function readReport(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/**
 * Counts Vitest's report. A file that could not even be loaded counts as a failure, and so does an exit code that
 * the tests do not explain (an error outside any test, a failed set-up).
 * @param {string} file
 * @param {number | null} code
 * @returns {{ passed: number, failed: number, skipped?: number }}
 */
export function countVitest(file, code) {
  const report = readReport(file);
  const files = report?.testResults ?? [];
  const broken = files.filter((/** @type {any} */ one) => one.status === 'failed' && one.assertionResults.length === 0);
  const failed = (report?.numFailedTests ?? 0) + broken.length;
  const skipped = report?.numPendingTests ?? 0;
  const counts = { passed: report?.numPassedTests ?? 0, failed: failed === 0 && code !== 0 ? 1 : failed };
  return skipped > 0 ? { ...counts, skipped } : counts;
}

/**
 * Counts Playwright's report, by the same rule; a test that passed only when repeated has failed.
 * @param {string} file
 * @param {number | null} code
 */
export function countPlaywright(file, code) {
  const report = readReport(file);
  const { expected = 0, unexpected = 0, flaky = 0 } = report?.stats ?? {};
  const failed = unexpected + flaky;
  return { passed: expected, failed: failed === 0 && code !== 0 ? 1 : failed };
}
