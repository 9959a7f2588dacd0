import { type SqlClient, sqlClient } from '@/db';
import type { Tx } from '@/db/transaction';
import type { Cuenta, Kv } from './types';

type Fila = { n: number; resta: number };

/**
 * Short-lived keys in the database's own table, by the database's clock, so that every process agrees on what is alive.
 * Uses the pool given, or the process's. A database that is down throws as it does everywhere.
 */
export function postgresKv(pool: () => SqlClient = sqlClient): Kv {
  return {
    async get(clave) {
      const [fila] = await pool()<{ valor: string }[]>`
        select valor from clave_efimera where clave = ${clave} and expira_en > clock_timestamp()`;
      return fila?.valor ?? null;
    },
    async set(clave, valor, vidaMs) {
      await pool()`
        insert into clave_efimera (clave, valor, expira_en)
        values (${clave}, ${valor}, clock_timestamp() + ${vidaMs}::float8 * interval '1 millisecond')
        on conflict (clave) do update set valor = excluded.valor, expira_en = excluded.expira_en`;
    },
    async delete(clave) {
      await pool()`delete from clave_efimera where clave = ${clave}`;
    },
    async incr(clave, vidaMs) {
      const [fila] = await pool()<Fila[]>`
        insert into clave_efimera as k (clave, valor, expira_en)
        values (${clave}, '1', clock_timestamp() + ${vidaMs}::float8 * interval '1 millisecond')
        on conflict (clave) do update set
          valor = case when k.expira_en > clock_timestamp() then (k.valor::bigint + 1)::text else '1' end,
          expira_en = case when k.expira_en > clock_timestamp() then k.expira_en else excluded.expira_en end
        returning valor::bigint as n, (extract(epoch from expira_en - clock_timestamp()) * 1000)::float8 as resta`;
      return cuenta(fila);
    },
    async count(clave) {
      const [fila] = await pool()<Fila[]>`
        select valor::bigint as n, (extract(epoch from expira_en - clock_timestamp()) * 1000)::float8 as resta
        from clave_efimera where clave = ${clave} and expira_en > clock_timestamp()`;
      return cuenta(fila);
    },
    // The pool is the process's.
    close: async () => {},
  };
}

function cuenta(fila: Fila | undefined): Cuenta {
  return fila ? { n: fila.n, restaMs: Math.max(1, Math.ceil(fila.resta)) } : { n: 0, restaMs: 0 };
}

/** Deletes the rows that died. Returns how many. */
export async function barrerClaves(tx: Tx): Promise<number> {
  const muertas = await tx.sql`delete from clave_efimera where expira_en <= clock_timestamp()`;
  return muertas.count;
}
