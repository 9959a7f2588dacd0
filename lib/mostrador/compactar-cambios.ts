import type { Tx } from '@/db/transaction';

/**
 * Deletes what a later change of the same thing tells as well: a counter that asks since any moment before the one hears of
 * the other, so none misses anything however old its cursor, and the table holds a row per thing at most. What a restored
 * database brought of its former life goes too: its counters start again. Answers how many.
 */
export async function compactarCambios(tx: Tx): Promise<number> {
  const { count } = await tx.sql`
    with ahora as (select (pg_snapshot_xmax(pg_current_snapshot())::text)::bigint as xmax)
    delete from cambio_catalogo c using ahora
    where c.xid >= ahora.xmax or exists (select 1 from cambio_catalogo d
      where d.entidad = c.entidad and d.id_entidad = c.id_entidad and d.xid < ahora.xmax and (d.xid, d.id) > (c.xid, c.id))`;
  return count;
}
