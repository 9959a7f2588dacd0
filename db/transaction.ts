import type postgres from 'postgres';
import { type Database, db } from '@/db';
import { sqlState } from '@/db/errors';
import { log } from '@/lib/log';

/** A transaction under way. Everything inside it goes through these two, never through the pool. */
export type Tx = Readonly<{
  /** postgres.js tag: prepared, and pipelined when statements are not awaited one by one. */
  sql: postgres.TransactionSql<{ bigint: number }>;
  /** Drizzle on the same connection. */
  db: Parameters<Parameters<Database['transaction']>[0]>[0];
  /** Runs `hook` once, only if the outermost transaction commits. */
  afterCommit(hook: () => void): void;
}>;

const REINTENTABLES = new Set(['40001', '40P01']);
const INTENTOS = 6;

/** The connection itself is gone: ended by an administrator or a restart, or cut. */
const PERDIDA = new Set(['57P01', '57P02', 'CONNECTION_CLOSED', 'CONNECTION_DESTROYED', 'ECONNRESET', 'EPIPE']);

/**
 * Runs `work` in a READ COMMITTED transaction, or joins the caller's (`ctx.tx`).
 * Only the outermost retries serialization failures and deadlocks, up to five times with a growing random pause; each
 * attempt starts with no after-commit hooks. Whatever `work` throws rolls everything back.
 */
export async function withTransaction<T>(ctx: { tx?: Tx }, work: (tx: Tx) => Promise<T>): Promise<T> {
  if (ctx.tx) return work(ctx.tx);
  for (let intento = 1; ; intento++) {
    try {
      return await attempt(work);
    } catch (error) {
      if (intento >= INTENTOS || !REINTENTABLES.has(sqlState(error) ?? '')) throw error;
      await new Promise((listo) => setTimeout(listo, Math.random() * 20 * 2 ** intento));
    }
  }
}

async function attempt<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  const hooks: (() => void)[] = [];
  const resultado = await db().transaction((drizzleTx) => {
    const { client } = drizzleTx._.session as unknown as { client: Tx['sql'] };
    return sinRollbackMuerto(work({ sql: client, db: drizzleTx, afterCommit: (hook) => hooks.push(hook) }));
  });
  for (const hook of hooks) runHook(hook);
  return resultado;
}

/** What is committed stays so: a hook that fails is logged, and the act is still answered as done. */
function runHook(hook: () => void): void {
  try {
    hook();
  } catch (error) {
    log().error({ err: error }, 'an after-commit hook failed');
  }
}

/**
 * When the connection is lost postgres.js rejects the transaction by itself; if `work` rejected too, the driver would send
 * ROLLBACK down a socket that no longer exists and bring the process down (porsager/postgres#1154). So it never settles.
 */
async function sinRollbackMuerto<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const { code, cause } = error as { code?: unknown; cause?: { code?: unknown } };
    if (PERDIDA.has(String(code)) || PERDIDA.has(String(cause?.code))) await new Promise(() => {});
    throw error;
  }
}
