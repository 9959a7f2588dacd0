import { isBuilt } from './stamp.mjs';

/** What `scripts/build.mjs` says once the programs beside the web are there. */
export const PROGRAMS_READY = 'Programas listos';

/**
 * Begins to build what a source has changed of, if anything. The programs that run beside the web are there long before the
 * web is: a database can be opened and filled meanwhile.
 * @param {Pick<import('./processes.mjs').Processes, 'run'>} processes
 * @param {boolean} [built] what is there was made of today's sources
 * @returns {null | { programs: Promise<void>, web: (detail: (text: string) => void) => Promise<void> }} null: all of it is
 *   there. `programs` and `web` reject with the build's failure; `web` tells from then on what it is at.
 */
export function beginBuild(processes, built = isBuilt()) {
  if (built) return null;
  let last = '';
  let tell = (/** @type {string} */ _line) => {};
  let ready = () => {};
  const bundled = new Promise((/** @type {(value: void) => void} */ resolve) => {
    ready = resolve;
  });
  const building = processes.run('La construcción', ['scripts/build.mjs'], {
    onLine(line) {
      if (line === PROGRAMS_READY) ready();
      last = line;
      tell(line);
    },
  });
  // It may fail while nobody waits for it yet.
  building.catch(() => {});
  return {
    programs: Promise.race([bundled, building]),
    web(detail) {
      tell = detail;
      tell(last);
      return building;
    },
  };
}
