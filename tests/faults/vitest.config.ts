import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The built product, started by its launcher and mistreated: one file at a time, since each one owns the machine. */
export default defineConfig({
  root,
  resolve: {
    alias: [
      { find: /^@\//, replacement: root },
      { find: /^server-only$/, replacement: `${root}tests/harness/empty.ts` },
    ],
  },
  test: {
    name: 'faults',
    pool: 'forks',
    fileParallelism: false,
    include: ['tests/faults/*.fault.ts'],
    testTimeout: 3_600_000,
    hookTimeout: 600_000,
  },
});
