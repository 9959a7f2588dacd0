import { type SqlClient, sqlClient } from '@/db';

/** Written by refusals too: the store of limits. */
const APARTE = ['clave_efimera'];
/** What may be written by a refusal of a table that is watched: a failed proof of who one is leaves its trail, and a sign-in when it was last used. */
const SALVO: Record<string, string> = {
  'public.auditoria': `to_jsonb(new) ->> 'accion' not like 'sesion.%fallid_'`,
  'public.sesion_acceso': `to_jsonb(new) - 'vista_en' is distinct from to_jsonb(old) - 'vista_en'`,
};

/** What was written so far, by table: what is read of it is taken away, so that each look reads only what is new. */
type Vigilancia = { puesta: Promise<void>; escritas: Record<string, number> };
/** By the pool of the file that asks: each has a database of its own. */
const vigilancias = new WeakMap<SqlClient, Vigilancia>();

function vigilancia(): Vigilancia {
  const sql = sqlClient();
  const nueva = vigilancias.get(sql) ?? { puesta: vigilar(), escritas: {} };
  vigilancias.set(sql, nueva);
  return nueva;
}

/** From here on every row that is committed in a table of the business or of its jobs is written down, by table. */
async function vigilar(): Promise<void> {
  const sql = sqlClient();
  const tablas = await sql<{ tabla: string }[]>`
    select table_schema || '.' || quote_ident(table_name) as tabla from information_schema.tables
    where table_type = 'BASE TABLE' and (table_schema = 'public' or (table_schema = 'pgboss' and table_name = 'job'))
      and table_name <> all (${APARTE}) order by 1`;
  const disparadores = tablas.map(
    ({ tabla }) => `
      create trigger zz_alta after insert on ${tabla} for each row
        ${tabla === 'public.auditoria' ? `when (${SALVO[tabla]})` : ''} execute function prueba.anotar();
      create trigger zz_cambio after update on ${tabla} for each row
        when (${SALVO[tabla] ?? 'new.* is distinct from old.*'}) execute function prueba.anotar();
      create trigger zz_baja after delete on ${tabla} for each row execute function prueba.anotar();`,
  );
  await sql.unsafe(`
    create schema prueba;
    create table prueba.escrita (tabla text not null);
    create function prueba.anotar() returns trigger language plpgsql as $$
      begin
        insert into prueba.escrita values (tg_table_schema || '.' || tg_table_name);
        return null;
      end $$;
    ${disparadores.join('')}`);
}

/**
 * How many rows of each table were written and committed since the first call: two equal answers mean that nothing was.
 * A transaction that was rolled back leaves none.
 */
export async function huellaDeLaBase(): Promise<Record<string, number>> {
  const { puesta, escritas } = vigilancia();
  await puesta;
  const filas = await sqlClient()<{ tabla: string; filas: number }[]>`
    with nuevas as (delete from prueba.escrita returning tabla)
    select tabla, count(*)::int as filas from nuevas group by tabla`;
  for (const { tabla, filas: cuantas } of filas) escritas[tabla] = (escritas[tabla] ?? 0) + cuantas;
  return { ...escritas };
}
