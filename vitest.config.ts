import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './tests/harness/sequencer';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const ALIAS = [
  { find: /^@\//, replacement: here('./') },
  // Next provides it to its own builds alone; under test it is nothing
  { find: /^server-only$/, replacement: here('./tests/harness/empty.ts') },
];
const shared = { resolve: { alias: ALIAS } };
/** With a database there are people, and each has a password; and what is asked of Next, which answers only its own requests. */
const sharedWithPeople = {
  resolve: {
    alias: [
      ...ALIAS,
      { find: /^@node-rs\/argon2$/, replacement: here('./tests/harness/argon2.ts') },
      { find: /^next\/headers$/, replacement: here('./tests/harness/next-headers.ts') },
    ],
  },
};

const UNIT = ['{app,components,db,lib,scripts,workers}/**/*.test.{ts,tsx}', '*.test.ts'];
/** They replace modules, the environment or what a browser has, which another file would find replaced. */
const IMPURE = [
  'lib/action/{deadline,define-route,refusal}.test.ts',
  'lib/auth/{seal,session-cookie,tokens}.test.ts',
  'lib/metricas/pedidos.test.ts',
  'lib/offline/{database,lookup,lots,notes,outbox,sender,session,storage,transfer}.test.ts',
  'lib/realtime/browser/pusher.test.ts',
  'lib/{env,process-wide}.test.ts',
];

/** It replaces what a browser has, which another file would find replaced. */
const APART = ['tests/mostrador/cliente-real.test.ts'];
const INTEGRATION = ['tests/**/*.test.ts'];

const integration = {
  globalSetup: ['tests/harness/global-setup.ts'],
  setupFiles: ['tests/harness/database.ts'],
  testTimeout: 120_000,
  hookTimeout: 120_000,
};

/**
 * `unit` runs without a database, its modules loaded once for all files; `integration` has a database for each file, cloned
 * from a migrated template. Files share their process, but for the few that change what it runs.
 */
export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    projects: [
      { ...shared, test: { name: 'unit', include: UNIT, exclude: IMPURE, isolate: false, testTimeout: 15_000 } },
      { ...shared, test: { name: 'unit-isolated', include: IMPURE, testTimeout: 15_000 } },
      {
        ...sharedWithPeople,
        test: { ...integration, name: 'integration', include: INTEGRATION, exclude: APART, isolate: false },
      },
      { ...sharedWithPeople, test: { ...integration, name: 'integration-isolated', include: APART } },
    ],
  },
});
