import { JsonReporter } from 'vitest/node';

/** Vitest's report in JSON, with the errors that no test was blamed for: it fails a run for them, and leaves them out of it. */
export default class Report extends JsonReporter {
  /** @type {readonly { message?: string, stack?: string, VITEST_TEST_PATH?: string }[]} */
  #stray = [];

  constructor() {
    super({});
  }

  /**
   * @param {any} modules
   * @param {readonly any[]} stray
   * @override
   */
  async onTestRunEnd(modules, stray = []) {
    this.#stray = stray;
    await super.onTestRunEnd(modules);
  }

  /**
   * @param {string} report
   * @override
   */
  async writeReport(report) {
    const stray = this.#stray.map((e) => ({ where: e.VITEST_TEST_PATH ?? '', message: e.stack ?? e.message ?? '' }));
    await super.writeReport(JSON.stringify({ ...JSON.parse(report), stray }));
  }
}
