import type { Tx } from '@/db/transaction';
import type { Context } from '@/lib/context';
import type { Campo, Valor } from './rules';

/** The database's type of each field that may change. */
const TIPO: Record<Campo, string> = {
  precio_venta: 'bigint',
  id_categoria: 'int',
  stock_minimo: 'bigint',
  dias_cobertura: 'int',
  favorito: 'boolean',
  tratamiento: 'text',
  politica_sobreventa: 'text',
};

/** What changed of a product, as it is kept with its edition. */
export type Escrita = { id: number; antes: Valor; despues: Valor };

/**
 * Changes one field of many locked products and keeps, with the edition, how each was. `pedido` says in the trail what was
 * asked. Returns the edition's id.
 */
export async function escribirEdicion(
  tx: Tx,
  ctx: Context,
  {
    campo,
    filas,
    pedido,
    deshaceA,
  }: { campo: Campo; filas: readonly Escrita[]; pedido: unknown; deshaceA: number | null },
): Promise<number> {
  const ahora = ctx.ahora.toISOString();
  const [edicion] = await tx.sql<{ id: number }[]>`
    insert into edicion_masiva (fecha, id_usuario, id_sucursal, pedido, filas, deshace_a)
    values (${ahora}::timestamptz, ${ctx.actor.idUsuario}, ${ctx.idSucursal}, ${JSON.stringify(pedido)}::text::jsonb,
      ${filas.length}, ${deshaceA})
    returning id`;
  const id = edicion?.id ?? 0;
  const datos = JSON.stringify(
    filas.map((f) => ({ id: f.id, despues: f.despues, de: { [campo]: f.antes }, a: { [campo]: f.despues } })),
  );
  const columna = tx.sql.unsafe(campo);
  await tx.sql`
    update producto p set ${columna} = x.despues, id_user_update = ${ctx.actor.idUsuario}::int,
      updated_at = ${ahora}::timestamptz
    from jsonb_to_recordset(${datos}::text::jsonb) as x(id int, despues ${tx.sql.unsafe(TIPO[campo])}) where p.id = x.id`;
  await tx.sql`
    insert into edicion_masiva_fila (id_edicion, id_producto, antes, despues)
    select ${id}::int, x.id, x.de, x.a from jsonb_to_recordset(${datos}::text::jsonb) as x(id int, de jsonb, a jsonb)`;
  return id;
}
