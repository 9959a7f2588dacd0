import { constraintName } from '@/db/errors';
import type { Tx } from '@/db/transaction';
import type { Context } from '@/lib/context';
import { ConflictoError } from '@/lib/errors';
import type { Existencia } from './rules';

/** Why goods moved. */
export type TipoMovimiento = 'INICIAL' | 'ENTRADA' | 'SALIDA' | 'VENTA' | 'ANULACION' | 'AJUSTE' | 'REGULARIZACION';

/** One document's movement of goods in one branch; quantities in thousandths and values in centavos, signed. */
export type Movimiento = {
  fecha?: Date;
  tipo: TipoMovimiento;
  tipoDocumento: string;
  idDocumento: number;
  idSucursal: number;
  idAsiento: number | null;
  filas: readonly { idProducto: number; cantidad: number; valor: number }[];
};

/**
 * Locks what a branch has of the products, by ascending id, and returns it. A product it never had is absent from the
 * map and counts as zero. Call it before any sum over other rows and before `moverStock`.
 */
export async function lockExistencias(
  tx: Tx,
  idSucursal: number,
  idsProducto: readonly number[],
): Promise<Map<number, Existencia>> {
  const filas = await tx.sql<{ id_producto: number; cantidad: number; valor: number }[]>`
    select id_producto, cantidad, valor from existencia
    where id_sucursal = ${idSucursal} and id_producto = any(${[...idsProducto]}::int[])
    order by id_producto for update`;
  return new Map(filas.map((f) => [f.id_producto, { cantidad: f.cantidad, valor: f.valor }]));
}

/**
 * The only writer of the kardex: appends the movements; the database adds them to `existencia` and refuses a negative.
 * Lines of one product must be summed before (one row per product). Throws ConflictoError `stock_insuficiente` when the
 * rows were not locked and something else took the goods first.
 */
export async function moverStock(tx: Tx, ctx: Context, m: Movimiento): Promise<void> {
  const filas = m.filas.filter((f) => f.cantidad !== 0);
  if (filas.length === 0) return;
  try {
    await tx.sql`
      insert into movimiento_stock (fecha, id_producto, id_sucursal, tipo, tipo_documento, id_documento, cantidad, valor, id_asiento, id_usuario)
      select ${(m.fecha ?? ctx.ahora).toISOString()}::timestamptz, x."idProducto", ${m.idSucursal}::int, ${m.tipo}, ${m.tipoDocumento},
        ${m.idDocumento}::int, x.cantidad, x.valor, ${m.idAsiento}::bigint, ${ctx.actor.idUsuario}::int
      from jsonb_to_recordset(${JSON.stringify(filas)}::text::jsonb) as x("idProducto" int, cantidad bigint, valor bigint)
      order by x."idProducto"`;
  } catch (error) {
    const regla = constraintName(error);
    if (regla === 'existencia_no_negativa' || regla === 'existencia_valor') {
      throw new ConflictoError('stock_insuficiente', 'No hay existencia suficiente para esta operación.');
    }
    throw error;
  }
}
