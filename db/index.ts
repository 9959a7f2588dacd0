import { connect, type Socket } from 'node:net';
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { env } from '@/lib/env';
import { conPlazoDeLectura } from './deadline';

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

/**
 * A connection without Nagle's algorithm, which postgres.js leaves on: statements sent together, but in two writes, would
 * wait for the answer to the first. It is handed over while it connects, so that a refusal takes the driver's own path.
 */
function socketSinNagle(o: { host: string[]; port: number[]; path?: string | false }): Socket {
  if (o.path) return connect(o.path);
  const cual = Math.floor(Math.random() * o.host.length);
  const [host, port] = [o.host[cual] ?? '', o.port[cual] ?? 5432];
  // the driver reads the name from here for TLS
  return Object.assign(connect({ host, port, noDelay: true }), { host, port });
}

type Conexion = { sql: SqlClient; db: Database };
const global = globalThis as typeof globalThis & { __kantutaDb?: Conexion };

function conexion(): Conexion {
  if (global.__kantutaDb) return global.__kantutaDb;
  const opciones = {
    max: env().PG_MAX,
    onnotice: () => {},
    connection: { application_name: 'kantuta', TimeZone: 'UTC' },
    types: { bigint: { to: 20, from: [20], serialize: String, parse: enteroSeguro } },
    socket: socketSinNagle,
  };
  const sql = conPlazoDeLectura(postgres<{ bigint: postgres.PostgresType<number> }>(env().DATABASE_URL, opciones));
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
