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
    // Two hundred deaths of a browser are for `npm run faults`; `npm test` has twenty in its browser stage.
    exclude: Number(process.env.FAULTS_KILLS) >= 50 ? [] : ['tests/faults/navegador.fault.ts'],
    testTimeout: 3_600_000,
    hookTimeout: 600_000,
  },
});
