import PgBoss from 'pg-boss';
import type { Tx } from '@/db/transaction';
import type { Cola, Trabajos } from './colas';
import { executorOver } from './executor';

let sender: PgBoss | undefined;

/** Only builds statements: it has no connection of its own, and is never started. */
function boss(): PgBoss {
  const db = {
    executeSql: () => Promise.reject(new Error('A job is only sent inside a transaction')),
  };
  sender ??= new PgBoss({ db, supervise: false, schedule: false, migrate: false });
  return sender;
}

/**
 * Sends a job as part of the transaction: the worker sees it when, and only if, the transaction commits.
 * A higher `prioridad` is taken first. Returns its id. Throws when the queue does not exist (the worker's preparation never ran on this database).
 */
export async function enqueue<C extends Cola>(
  tx: Tx,
  cola: C,
  datos: Trabajos[C],
  { prioridad = 0 }: { prioridad?: number } = {},
): Promise<string> {
  const id = await boss().send(cola, datos, { db: executorOver(tx.sql), priority: prioridad });
  if (!id) throw new Error(`The queue ${cola} does not exist`);
  return id;
}
