import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { env } from '@/lib/env';

/** int8 and numeric sums arrive as JavaScript numbers; one beyond the safe range is an error, never a wrong figure. */
function enteroSeguro(texto: string): number {
  const valor = Number(texto);
  if (!Number.isSafeInteger(valor)) throw new Error(`Integer out of the safe range: ${texto}`);
  return valor;
}

/** The postgres.js client of the product. */
export type SqlClient = postgres.Sql<{ bigint: number }>;
/** Drizzle over the same client. */
export type Database = PostgresJsDatabase;

type Conexion = { sql: SqlClient; db: Database };
const global = globalThis as typeof globalThis & { __kantutaDb?: Conexion };

function conexion(): Conexion {
  if (global.__kantutaDb) return global.__kantutaDb;
  const sql = postgres<{ bigint: postgres.PostgresType<number> }>(env().DATABASE_URL, {
    max: env().PG_MAX,
    onnotice: () => {},
    connection: { application_name: 'kantuta', TimeZone: 'UTC' },
    types: { bigint: { to: 20, from: [20], serialize: String, parse: enteroSeguro } },
  });
  const nueva = { sql, db: drizzle(sql) };
  global.__kantutaDb = nueva;
  return nueva;
}

/**
 * The process's pool as a postgres.js tag: prepared statements for hot and set-based SQL. Dates come back as text
 * (drizzle shares the client), so wrap them in `new Date()`; JSON parameters go as `${JSON.stringify(x)}::text::jsonb`.
 */
export function sqlClient(): SqlClient {
  return conexion().sql;
}

/** The same pool through drizzle. */
export function db(): Database {
  return conexion().db;
}

/** Ends the pool, waiting at most five seconds for what is under way. */
export async function closeDb(): Promise<void> {
  await global.__kantutaDb?.sql.end({ timeout: 5 });
  delete global.__kantutaDb;
}
