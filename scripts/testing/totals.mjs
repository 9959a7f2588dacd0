import fs from 'node:fs';
import path from 'node:path';

/** Lines of a failure that are said again at the end. */
const REASON_LINES = 6;
/** Lines of the page where a browser test failed. */
const PAGE_LINES = 80;

/**
 * The run's count. A stage that ran nothing is a failure: a suite that silently lost its tests must not pass.
 */
export class Totals {
  passed = 0;
  failed = 0;
  skipped = 0;
  /** @type {string[]} What failed, by name and with its first words. */
  failures = [];
  /** @type {(line: string) => void} */
  #say;

  /** @param {(line: string) => void} [say] where its lines go: the console unless told otherwise */
  constructor(say = (line) => console.log(line)) {
    this.#say = say;
  }

  /**
   * Adds a stage and says how it went.
   * @param {string} stage
   * @param {{ passed: number, failed: number, skipped?: number, failures?: string[] }} counts
   */
  add(stage, { passed, failed, skipped = 0, failures = [] }) {
    const lost = passed + failed === 0 ? 1 : 0;
    this.passed += passed;
    this.failed += failed + lost;
    this.skipped += skipped;
    this.failures.push(...failures.map((one) => `${stage}: ${one}`));
    if (failures.length === 0 && failed + lost > 0) this.failures.push(`${stage}: terminó mal`);
    this.#say(
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
    const said = `${name}${why && ` (${why})`}`;
    if (!ok) this.failures.push(said);
    this.#say(`${ok ? '✓' : '✗'} ${said}`);
  }

  /** Names again all that failed, which a long output has left far above, and then the totals in one line. */
  close() {
    for (const failure of this.failures) this.#say(`✗ ${failure}`);
    const skipped = this.skipped > 0 ? `, ${this.skipped} skipped` : '';
    this.#say(`${this.passed} passed, ${this.failed} failed${skipped}`);
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
 * The name of a failure and the first lines of its reason, without colours.
 * @param {string} name
 * @param {string} [reason]
 * @returns {string}
 */
function named(name, reason = '') {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the colours of a terminal begin with one
  const lines = reason.replace(/\u001b\[[\d;]*m/g, '').split('\n');
  const said = lines.filter((line) => line.trim() !== '').slice(0, REASON_LINES);
  return [name, ...said.map((line) => `    ${line.trim().slice(0, 300)}`)].join('\n');
}

/**
 * Counts Vitest's report. A file that could not be loaded, or whose closing failed, counts as a failure, and so does an
 * error outside any test, or an exit code that nothing explains (a failed set-up).
 * @param {string} file
 * @param {number | null} code
 * @returns {{ passed: number, failed: number, skipped?: number, failures: string[] }}
 */
export function countVitest(file, code) {
  const report = readReport(file);
  const skipped = report?.numPendingTests ?? 0;
  /** @type {string[]} */
  const failures = (report?.testResults ?? []).flatMap((/** @type {any} */ one) => {
    const file = path.relative('', one.name);
    const tests = one.assertionResults.filter((/** @type {any} */ test) => test.status === 'failed');
    if (one.status === 'failed' && tests.length === 0) return [named(file, one.message)];
    return tests.map((/** @type {any} */ test) => named(`${file} › ${test.fullName}`, test.failureMessages.join('\n')));
  });
  for (const { where, message } of report?.stray ?? [])
    failures.push(named(`${where ? path.relative('', where) : 'Vitest'}, fuera de toda prueba`, message));
  const unexplained = failures.length === 0 && code !== 0 ? 1 : 0;
  const counts = { passed: report?.numPassedTests ?? 0, failed: failures.length + unexplained, failures };
  return skipped > 0 ? { ...counts, skipped } : counts;
}

/**
 * Counts Playwright's report, by the same rule; a test that passed only when repeated has failed, and one that waited for others
 * that failed was not tried.
 * @param {string} file
 * @param {number | null} code
 * @returns {{ passed: number, failed: number, skipped?: number, failures: string[] }}
 */
export function countPlaywright(file, code) {
  const report = readReport(file);
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = report?.stats ?? {};
  const failed = unexpected + flaky;
  const counts = {
    passed: expected,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    failures: failedSpecs(report?.suites ?? []),
  };
  return skipped > 0 ? { ...counts, skipped } : counts;
}

/**
 * The tests of Playwright's suites that failed, each with the first lines of its reason and of what its page had.
 * @param {any[]} suites
 * @returns {string[]}
 */
function failedSpecs(suites) {
  return suites.flatMap((suite) => [
    ...failedSpecs(suite.suites ?? []),
    ...(suite.specs ?? [])
      .filter((/** @type {any} */ spec) => !spec.ok)
      .map((/** @type {any} */ spec) => {
        const results = spec.tests.flatMap((/** @type {any} */ one) => one.results);
        const reasons = results.map((/** @type {any} */ one) => one.error?.message ?? '');
        const name = `${spec.file}:${spec.line} › ${suite.title} › ${spec.title}`;
        return [named(name, reasons.join('\n')), ...pageOf(results)].join('\n');
      }),
  ]);
}

/**
 * What the page had when a test failed, as its accessibility tree says it.
 * @param {any[]} results
 * @returns {string[]}
 */
function pageOf(results) {
  const context = results
    .flatMap((one) => one.attachments ?? [])
    .find((one) => one.name === 'error-context' && one.path && fs.existsSync(one.path));
  if (!context) return [];
  const [, tree = ''] = fs.readFileSync(context.path, 'utf8').split(/```ya?ml\n/);
  return (tree.split('```')[0] ?? '').trimEnd().split('\n').slice(0, PAGE_LINES);
}
