import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { ensureDatabaseOf, startEmbedded } from '@/db/embedded.mjs';
import { migrate } from '@/db/migrate';
import { prepareQueues } from '@/lib/jobs/prepare';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The maintenance database of the run's server; empty clones are made beside it. */
    serverUrl: string;
    /** The migrated database that every test file's own is cloned from. */
    template: string;
  }
}

const TEMPLATE = 'plantilla';

/**
 * Nothing here outlives the run, so commits need not reach the disk; and connections are young, so a statement is planned once in
 * each, instead of for every values of its first five times.
 */
const SETTINGS = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '300',
  plan_cache_mode: 'force_generic_plan',
};

/**
 * One PostgreSQL for the whole run, with the template migrated once. TEST_PG_BIN runs the suite on another
 * PostgreSQL (a distribution's `bin` folder); TEST_DIR says where its data go (`npm test` clears up there).
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dir = mkdtempSync(path.join(process.env.TEST_DIR ?? os.tmpdir(), 'kantuta-test-'));
  chmodSync(dir, 0o755);
  const server = await startEmbedded({ dir, fixed: true, settings: SETTINGS, bin: process.env.TEST_PG_BIN });
  const close = async () => {
    await server.stop();
    rmSync(dir, { recursive: true, force: true });
  };
  try {
    const template = server.url(TEMPLATE);
    await ensureDatabaseOf(template);
    await migrate(template);
    await prepareQueues(template);
  } catch (error) {
    await close();
    throw error;
  }
  project.provide('serverUrl', server.url('postgres'));
  project.provide('template', TEMPLATE);
  return close;
}
