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

/** `unit` runs without a database; `integration` has one per file, cloned from a migrated template. */
export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    projects: [
      {
        ...shared,
        test: {
          name: 'unit',
          // Pure functions: nothing that one file leaves behind can reach another, so modules are loaded once.
          isolate: false,
          include: ['{app,components,db,lib,scripts,workers}/**/*.test.{ts,tsx}', '*.test.ts'],
          testTimeout: 15_000,
        },
      },
      {
        ...shared,
        test: {
          name: 'integration',
          include: ['tests/**/*.test.ts'],
          globalSetup: ['tests/harness/global-setup.ts'],
          setupFiles: ['tests/harness/database.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
