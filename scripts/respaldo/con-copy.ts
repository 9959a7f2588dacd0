import { nombreSql, type Sql } from './conexion';
import type { Pieza } from './formato';

/** Every table of the business, by name, with the columns that are written (not computed). */
async function tablasDe(sql: Sql): Promise<{ tabla: string; columnas: string[] }[]> {
  return sql<{ tabla: string; columnas: string[] }[]>`
    select c.relname as tabla, array_agg(a.attname::text order by a.attnum) as columnas
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
    group by c.relname order by c.relname`;
}

/** Every table through COPY, on the transaction's own connection: they are all of its one instant. */
export async function* leerConCopy(sql: Sql): AsyncGenerator<Pieza> {
  for (const { tabla, columnas } of await tablasDe(sql)) {
    yield { tabla, columnas };
    const lista = columnas.map(nombreSql).join(', ');
    const filas = await sql.unsafe(`copy public.${nombreSql(tabla)} (${lista}) to stdout`).readable();
    for await (const trozo of filas) yield trozo as Buffer;
    // postgres.js pauses its socket while a stream is full, and lets go in the next read of that stream. One that filled up with
    // its last rows is read no more: without this the transaction would wait for ever for the end of its own statement.
    filas._read(0);
  }
}
