import type { Tx } from '@/db/transaction';
import type { Context } from '@/lib/context';
import { llaveVendido, type PoliticaSobreventa, type Unidad, type Vendido } from './rules';

/** What a sale needs of each thing it sells, in a branch: centavos and thousandths. */
export type Vendible = Vendido & {
  nombre: string;
  /** The presentation's name; `null` when the product is sold by its unit. */
  presentacion: string | null;
  unidad: Unidad;
  /** Thousandths of stock that one of it takes: 1000 by the unit. */
  factor: number;
  /** The price in force in the branch. */
  precio: number;
  politicaSobreventa: PoliticaSobreventa;
  /** Last cost of a unit of the product, not of the presentation. */
  costoCompra: number;
};

/**
 * What may be sold in a branch, by `llaveVendido`, with the price in force there: one statement, whatever how many. What
 * does not exist, was deleted (unless `eliminados`), or is a presentation of another product is not in the map. Locks nothing.
 */
export async function leerVendibles(
  tx: Tx,
  idSucursal: number,
  vendidos: readonly Vendido[],
  { eliminados = false } = {},
): Promise<Map<string, Vendible>> {
  const filas = await tx.sql<Vendible[]>`
    select p.id as "idProducto", t.id as "idPresentacion", p.nombre, t.nombre as presentacion, p.unidad,
      coalesce(t.factor, 1000) as factor, coalesce(s.precio, t.precio_venta, p.precio_venta) as precio,
      p.politica_sobreventa as "politicaSobreventa", p.costo_compra as "costoCompra"
    from (select distinct "idProducto", "idPresentacion" from jsonb_to_recordset(${JSON.stringify(vendidos)}::text::jsonb)
        as x("idProducto" int, "idPresentacion" int)) x
      join producto p on p.id = x."idProducto" and (p.estado or ${eliminados})
      left join presentacion_producto t on t.id = x."idPresentacion" and t.id_producto = p.id and (t.estado or ${eliminados})
      left join precio_sucursal s on s.id_producto = p.id and s.id_presentacion is not distinct from t.id
        and s.id_sucursal = ${idSucursal} and s.estado
    where x."idPresentacion" is null or t.id is not null`;
  return new Map(filas.map((f) => [llaveVendido(f), f]));
}

/**
 * The price that was in force in a branch at a moment, in centavos, by `llaveVendido`, from the history that writes itself.
 * What had no price then is not in the map.
 */
export async function leerPreciosEn(
  tx: Tx,
  idSucursal: number,
  vendidos: readonly Vendido[],
  momento: Date,
): Promise<Map<string, number>> {
  const en = momento.toISOString();
  const filas = await tx.sql<(Vendido & { precio: number | null })[]>`
    select x."idProducto", x."idPresentacion", coalesce(s.precio, g.precio) as precio
    from jsonb_to_recordset(${JSON.stringify(vendidos)}::text::jsonb) as x("idProducto" int, "idPresentacion" int)
      left join lateral (select h.precio from precio_producto h
        where h.id_producto = x."idProducto" and h.id_presentacion is not distinct from x."idPresentacion"
          and h.id_sucursal = ${idSucursal} and h.vigente_desde <= ${en}::timestamptz
        order by h.vigente_desde desc, h.id desc limit 1) s on true
      left join lateral (select h.precio from precio_producto h
        where h.id_producto = x."idProducto" and h.id_presentacion is not distinct from x."idPresentacion"
          and h.id_sucursal is null and h.vigente_desde <= ${en}::timestamptz
        order by h.vigente_desde desc, h.id desc limit 1) g on true`;
  return new Map(filas.flatMap((f) => (f.precio === null ? [] : [[llaveVendido(f), f.precio] as const])));
}

/** Gives a branch its own price of something, or takes it off (`null`). Its history writes itself. The caller has locked the product. */
export async function ponerPrecioSucursal(
  tx: Tx,
  ctx: Context,
  { idProducto, idPresentacion, idSucursal = ctx.idSucursal }: Vendido & { idSucursal?: number },
  precio: number | null,
): Promise<void> {
  const quien = ctx.actor.idUsuario;
  const ahora = ctx.ahora.toISOString();
  if (precio === null) {
    await tx.sql`
      update precio_sucursal set estado = false, id_user_update = ${quien}, updated_at = ${ahora}::timestamptz
      where id_producto = ${idProducto} and id_presentacion is not distinct from ${idPresentacion}::int
        and id_sucursal = ${idSucursal} and estado`;
    return;
  }
  await tx.sql`
    insert into precio_sucursal (id_producto, id_presentacion, id_sucursal, precio, id_user_create, id_user_update, created_at,
      updated_at)
    values (${idProducto}, ${idPresentacion}, ${idSucursal}, ${precio}, ${quien}, ${quien}, ${ahora}::timestamptz,
      ${ahora}::timestamptz)
    on conflict (id_producto, id_presentacion, id_sucursal) do update set precio = excluded.precio, estado = true,
      id_user_update = excluded.id_user_update, updated_at = excluded.updated_at`;
}

/** When the price of any of these changed in a branch, after `desde` and up to `hasta`; the last fifty. */
export async function leerCambiosDePrecio(
  tx: Tx,
  idSucursal: number,
  vendidos: readonly Vendido[],
  { desde, hasta }: { desde: Date; hasta: Date },
): Promise<Date[]> {
  const filas = await tx.sql<{ momento: string }[]>`
    select distinct h.vigente_desde as momento from precio_producto h
    where h.id_producto = any (${vendidos.map((v) => v.idProducto)}::int[])
      and (h.id_sucursal is null or h.id_sucursal = ${idSucursal})
      and h.vigente_desde > ${desde.toISOString()}::timestamptz and h.vigente_desde <= ${hasta.toISOString()}::timestamptz
    order by 1 desc limit 50`;
  return filas.map((f) => new Date(f.momento));
}

/** What a code that was scanned names; `null` when it is nobody's. A UPC-A is also found as an EAN-13. */
export async function leerCodigo(tx: Tx, variantes: readonly string[]): Promise<Vendido | null> {
  const [fila] = await tx.sql<Vendido[]>`
    select id_producto as "idProducto", id_presentacion as "idPresentacion" from codigo_producto
    where estado and codigo = any (${[...variantes]}::text[])
    order by array_position(${[...variantes]}::text[], codigo) limit 1`;
  return fila ?? null;
}
