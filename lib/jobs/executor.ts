import type postgres from 'postgres';

type Rows = { rows: postgres.Row[] };

/** Anything that runs a statement with parameters: a pool, or a transaction under way. */
export type Unsafe = Pick<postgres.TransactionSql, 'unsafe'>;

/**
 * Lets pg-boss write through a postgres.js connection, so that a job is born or dies with the caller's transaction.
 * pg-boss passes undefined for what was not given and objects for JSON; postgres.js takes null and text.
 */
export function executorOver(sql: Unsafe): { executeSql(text: string, values?: unknown[]): Promise<Rows> } {
  return {
    async executeSql(text, values = []) {
      return { rows: [...(await sql.unsafe(text, values.map(parameter)))] };
    },
  };
}

function parameter(value: unknown): postgres.SerializableParameter {
  if (value === undefined || value === null) return null;
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'object') return JSON.stringify(value);
  return value as postgres.SerializableParameter;
}
