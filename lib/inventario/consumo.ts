import type { PendingQuery, Row } from 'postgres';
import type { Lector } from './lector';

/** Days of the past by which it is known how fast something sells. */
export const DIAS_DE_VENTA = 28;
const DIA_MS = 86_400_000;

/** The minimum of a product in a branch, in thousandths: over `producto p` and `reposicion r`. */
export function minimoDe(sql: Lector): PendingQuery<Row[]> {
  return sql`coalesce(r.stock_minimo, p.stock_minimo)`;
}

/** Thousandths sold of a product in a branch in the last `DIAS_DE_VENTA` days, voids taken off. */
export function vendidoDe(
  sql: Lector,
  ahora: Date,
  idProducto: PendingQuery<Row[]>,
  idSucursal: PendingQuery<Row[]>,
): PendingQuery<Row[]> {
  const desde = new Date(ahora.getTime() - DIAS_DE_VENTA * DIA_MS).toISOString();
  return sql`coalesce((select -sum(m.cantidad) from movimiento_stock m where m.id_producto = ${idProducto}
    and m.id_sucursal = ${idSucursal} and m.tipo in ('VENTA', 'ANULACION') and m.fecha >= ${desde}::timestamptz), 0)::bigint`;
}
