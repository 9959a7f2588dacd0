import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Two hundred deaths measure how long a return takes, with the machine for themselves; six do not. */
const LARGA = Number(process.env.FAULTS_KILLS) >= 50;

/** The built product, started by its launcher and mistreated; each file has its own, and mostly waits for it. */
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
    globalSetup: ['tests/faults/harness/template.ts'],
    maxWorkers: LARGA ? 1 : 4,
    include: ['tests/faults/*.fault.ts'],
    // Two hundred deaths of a browser are for a long run; `npm test` has twenty in its browser stage.
    exclude: LARGA ? [] : ['tests/faults/navegador.fault.ts'],
    testTimeout: 3_600_000,
    hookTimeout: 600_000,
  },
});
