import { sqlClient } from '@/db';

/** Limits write down failures, and a failed sign-in leaves its trail; nothing else may change by a refusal. */
const QUERY_DE_TABLAS = `select table_schema || '.' || quote_ident(table_name) as tabla from information_schema.tables
  where table_type = 'BASE TABLE' and (table_schema = 'public' or (table_schema = 'pgboss' and table_name = 'job'))
    and table_name <> 'clave_efimera' order by 1`;
const SALVO: Record<string, string> = { 'public.auditoria': `where accion <> 'sesion.ingreso_fallido'` };

let consulta: string | undefined;

/** How many rows each table has and a sum over all their text: two equal ones mean that nothing was written. */
export async function huellaDeLaBase(): Promise<Record<string, string>> {
  const sql = sqlClient();
  if (consulta === undefined) {
    const tablas = await sql.unsafe<{ tabla: string }[]>(QUERY_DE_TABLAS);
    consulta = tablas
      .map(
        ({
          tabla,
        }) => `select '${tabla}' as tabla, count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0) as huella
          from ${tabla} t ${SALVO[tabla] ?? ''}`,
      )
      .join(' union all ');
  }
  const filas = await sql.unsafe<{ tabla: string; huella: string }[]>(consulta);
  return Object.fromEntries(filas.map((f) => [f.tabla, f.huella]));
}
