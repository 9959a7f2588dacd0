import { env } from '@/lib/env';
import { postgresKv } from './postgres';
import { redisKv } from './redis';
import type { Kv } from './types';

// On globalThis: pages, routes and instrumentation are bundled apart, and one connection is enough.
const global = globalThis as typeof globalThis & { __kantutaKv?: Kv };

/** The process's store: Redis when `REDIS_URL` is set, the database otherwise. */
export function kv(): Kv {
  const { REDIS_URL } = env();
  global.__kantutaKv ??= REDIS_URL ? redisKv(REDIS_URL) : postgresKv();
  return global.__kantutaKv;
}

/** Lets go of the process's store; the next use opens it again. */
export async function closeKv(): Promise<void> {
  await global.__kantutaKv?.close();
  delete global.__kantutaKv;
}
