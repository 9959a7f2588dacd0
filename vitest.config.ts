import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const shared = {
  resolve: {
    alias: [
      { find: /^@\//, replacement: here('./') },
      // Next provides it to its own builds alone; under test it is nothing
      { find: /^server-only$/, replacement: here('./tests/harness/empty.ts') },
    ],
  },
};

const UNIT = ['{app,components,db,lib,scripts,workers}/**/*.test.{ts,tsx}', '*.test.ts'];
/** They replace modules, the clock or the environment, which another file would find replaced. */
const IMPURE = ['lib/{action,auth,metricas,offline,realtime}/**/*.test.ts', 'lib/{env,log}.test.ts'];

/** `unit` runs without a database, its modules loaded once for all files; `integration` has one per file, cloned from a migrated template. */
export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    projects: [
      {
        ...shared,
        test: {
          name: 'unit',
          include: UNIT,
          exclude: IMPURE,
          isolate: false,
          testTimeout: 15_000,
        },
      },
      { ...shared, test: { name: 'unit-isolated', include: IMPURE, testTimeout: 15_000 } },
      {
        ...shared,
        test: {
          name: 'integration',
          include: ['tests/**/*.test.ts'],
          globalSetup: ['tests/harness/global-setup.ts'],
          setupFiles: ['tests/harness/database.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
