import postgres from 'postgres';
import type { SqlClient } from '@/db';

/** A connection of its own, and only one, to the database of a URL: what is copied and what is checked see the same. */
export function conectar(url: string): SqlClient {
  return postgres<{ bigint: postgres.PostgresType<number> }>(url, {
    max: 1,
    idle_timeout: 0,
    max_lifetime: null,
    onnotice: () => {},
    connection: { application_name: 'kantuta-respaldo', TimeZone: 'UTC', DateStyle: 'ISO', client_encoding: 'UTF8' },
    types: { bigint: { to: 20, from: [20], serialize: String, parse: Number } },
  });
}

/** A connection, or a transaction on it. */
export type Sql = SqlClient | postgres.TransactionSql<{ bigint: number }>;

/** A name as SQL writes it. */
export const nombreSql = (nombre: string): string => `"${nombre.replaceAll('"', '""')}"`;
