import { sqlClient } from '@/db';

/** Limits write down failures, a failed proof of who one is leaves its trail, and a sign-in when it was last used; nothing else may change by a refusal. */
const QUERY_DE_TABLAS = `select table_schema || '.' || quote_ident(table_name) as tabla from information_schema.tables
  where table_type = 'BASE TABLE' and (table_schema = 'public' or (table_schema = 'pgboss' and table_name = 'job'))
    and table_name <> 'clave_efimera' order by 1`;
const SALVO: Record<string, string> = { 'public.auditoria': `where accion not like 'sesion.%fallid_'` };
const COMO: Record<string, string> = { 'public.sesion_acceso': `(to_jsonb(t) - 'vista_en')::text` };

let consulta: string | undefined;
let ultima: { instantanea: string | undefined; huella: Record<string, string> } | undefined;

/**
 * How many rows each table has and a sum over all their text: two equal ones mean that nothing was written. While
 * PostgreSQL's own snapshot is the same nobody has written anything, and the last sums are still good.
 */
export async function huellaDeLaBase(): Promise<Record<string, string>> {
  const sql = sqlClient();
  const [antes] = await sql<{ instantanea: string }[]>`select pg_current_snapshot()::text as instantanea`;
  if (ultima && ultima.instantanea === antes?.instantanea) return ultima.huella;
  if (consulta === undefined) {
    const tablas = await sql.unsafe<{ tabla: string }[]>(QUERY_DE_TABLAS);
    consulta = tablas
      .map(
        ({
          tabla,
        }) => `select '${tabla}' as tabla, count(*) || ' ' || coalesce(sum(hashtextextended(${COMO[tabla] ?? 't::text'}, 0)), 0) as huella
          from ${tabla} t ${SALVO[tabla] ?? ''}`,
      )
      .join(' union all ');
  }
  const filas = await sql.unsafe<{ tabla: string; huella: string }[]>(consulta);
  ultima = { instantanea: antes?.instantanea, huella: Object.fromEntries(filas.map((f) => [f.tabla, f.huella])) };
  return ultima.huella;
}
