import type { Tx } from '@/db/transaction';
import { LineaSinProductoError, UnidadesEnterasError } from './errors';

/** A product as stock documents need it. */
export type ProductoDeStock = { id: number; nombre: string; unidad: string; costoCompra: number; idCategoria: number };

/**
 * Reads the active products of some lines, by id. With `bloquear` their rows wait for nobody else's edit until the commit, in
 * ascending order. Throws LineaSinProductoError, UnidadesEnterasError.
 */
export async function leerProductosDe(
  tx: Tx,
  lineas: readonly { idProducto: number; cantidad: number }[],
  bloquear = false,
): Promise<Map<number, ProductoDeStock>> {
  const ids = [...new Set(lineas.map((l) => l.idProducto))];
  const filas = await tx.sql<ProductoDeStock[]>`
    select id, nombre, unidad, costo_compra as "costoCompra", id_categoria as "idCategoria" from producto
    where id = any(${ids}::int[]) and estado order by id ${bloquear ? tx.sql`for no key update` : tx.sql``}`;
  const productos = new Map(filas.map((f) => [f.id, f]));
  for (const [i, { idProducto, cantidad }] of lineas.entries()) {
    const producto = productos.get(idProducto);
    if (!producto) throw new LineaSinProductoError(i);
    if (producto.unidad === 'unidad' && cantidad % 1000 !== 0) throw new UnidadesEnterasError(i, producto.nombre);
  }
  return productos;
}

/** How much of each product some lines add up to, by ascending id: the order of the locks. */
export function sumarPorProducto(lineas: readonly { idProducto: number; cantidad: number }[]): Map<number, number> {
  const sumas = new Map<number, number>();
  for (const l of lineas) sumas.set(l.idProducto, (sumas.get(l.idProducto) ?? 0) + l.cantidad);
  return new Map([...sumas].sort(([a], [b]) => a - b));
}
