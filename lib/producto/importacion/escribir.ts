import type { Tx } from '@/db/transaction';
import type { Context } from '@/lib/context';
import { normalizarTexto } from '../rules';
import type { DatosFila } from './validar-fila';

/** A product just created, with what it needs to enter the kardex. */
export type Nuevo = { id: number; costo: number; stock: number };

/** What the file says of a product that is already in the catalogue. */
export type Cambio = { id: number; precio: number; costo: number | null };

/** Rows to create, where their categories are, and the import that will remember them. */
type Lote = { filas: readonly DatosFila[]; categorias: ReadonlyMap<string, number>; idImportacion: number };

/**
 * Creates the products of these rows in one statement. Throws when one of the codes appeared in the catalogue since it
 * was looked up: the caller starts again and finds it.
 */
export async function insertarProductos(
  tx: Tx,
  ctx: Context,
  { filas, categorias, idImportacion }: Lote,
): Promise<Nuevo[]> {
  const ids = await tx.sql<{ id: number }[]>`
    select nextval('producto_id_seq')::int as id from generate_series(1, ${filas.length}::int)`;
  const conId = filas.map((f, i) => ({
    ...f,
    id: ids[i]?.id,
    categoria: categorias.get(normalizarTexto(f.categoria)),
  }));
  const ahora = ctx.ahora.toISOString();
  const puestas = await tx.sql<{ id: number }[]>`
    insert into producto (id, nombre, codigo_barras, sku, unidad, id_categoria, precio_venta, costo_compra, stock_minimo, favorito,
      busqueda, id_user_create, created_at, updated_at)
    select x.id, x.nombre, x.codigo, x.sku, x.unidad, x.categoria, x.precio, coalesce(x.costo, 0), coalesce(x.minimo, 0),
      x.favorito, x.busqueda, ${ctx.actor.idUsuario}::int, ${ahora}::timestamptz, ${ahora}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(conId)}::text::jsonb) as x(id int, nombre text, codigo text, sku text, unidad text,
      categoria int, precio bigint, costo bigint, minimo bigint, favorito boolean, busqueda text)
    on conflict (codigo_barras) where estado do nothing returning id`;
  if (puestas.length !== filas.length) throw new Error('the catalogue changed while importing');
  await tx.sql`
    insert into importacion_producto (id_importacion, id_producto)
    select ${idImportacion}::int, x from unnest(${puestas.map((p) => p.id)}::int[]) x`;
  return conId.map((f) => ({ id: f.id ?? 0, costo: f.costo ?? 0, stock: f.stock ?? 0 }));
}

/**
 * Gives products the price and the cost of the file (a cost it does not have stays), and remembers how each was. Locks them by
 * id first. Returns how many changed.
 */
export async function actualizarProductos(
  tx: Tx,
  ctx: Context,
  cambios: readonly Cambio[],
  idImportacion: number,
): Promise<number> {
  if (cambios.length === 0) return 0;
  const ids = cambios.map((c) => c.id);
  await tx.sql`select 1 from producto where id = any (${ids}::int[]) order by id for no key update`;
  const hechos = await tx.sql`
    with previos as (
      select id, precio_venta, costo_compra from producto where id = any (${ids}::int[])
    ), hechos as (
      update producto p set precio_venta = x.precio, costo_compra = coalesce(x.costo, p.costo_compra),
        id_user_update = ${ctx.actor.idUsuario}::int, updated_at = ${ctx.ahora.toISOString()}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(cambios)}::text::jsonb) as x(id int, precio bigint, costo bigint)
      where p.id = x.id and p.estado
        and (p.precio_venta, p.costo_compra) is distinct from (x.precio, coalesce(x.costo, p.costo_compra))
      returning p.id, p.precio_venta, p.costo_compra
    )
    insert into importacion_producto (id_importacion, id_producto, antes, despues)
    select ${idImportacion}::int, h.id,
      jsonb_build_object('precio_venta', a.precio_venta, 'costo_compra', a.costo_compra),
      jsonb_build_object('precio_venta', h.precio_venta, 'costo_compra', h.costo_compra)
    from hechos h join previos a on a.id = h.id returning 1`;
  return hechos.length;
}
