import type { SqlClient } from '@/db';
import type { Tx } from '@/db/transaction';
import type { Context } from '@/lib/context';
import { jsonDeMilesimas } from '@/lib/quantity';
import { diaDe } from '@/lib/time';
import { VencimientoNoEncontradoError } from './errors';
import type { VencimientoDto } from './schemas';

/** A watched date as it is read: thousandths. */
export type FilaVencimiento = VencimientoDto;

/** `select … from vencimiento v` of the dates the caller's branch still watches; add `and …` and an order. */
export function selectVencimiento(sql: Tx['sql'] | SqlClient, ctx: Context) {
  return sql`
    select v.id, v.id_producto, p.nombre as producto, p.unidad, v.lote, v.vence::text as vence,
      v.vence - ${diaDe(ctx.ahora)}::date as dias, v.cantidad, coalesce(e.cantidad, 0) as stock
    from vencimiento v join producto p on p.id = v.id_producto
      left join existencia e on e.id_producto = v.id_producto and e.id_sucursal = v.id_sucursal
    where v.id_sucursal = ${ctx.idSucursal} and v.resolucion is null and p.estado`;
}

/** A watched date as clients see it. */
export function vencimientoDto(f: FilaVencimiento): VencimientoDto {
  return { ...f, cantidad: f.cantidad === null ? null : jsonDeMilesimas(f.cantidad), stock: jsonDeMilesimas(f.stock) };
}

/** One date that the caller's branch watches. Throws VencimientoNoEncontradoError. */
export async function leerVencimientoEn(sql: Tx['sql'] | SqlClient, ctx: Context, id: number): Promise<VencimientoDto> {
  const [fila] = await sql<FilaVencimiento[]>`${selectVencimiento(sql, ctx)} and v.id = ${id}`;
  if (!fila) throw new VencimientoNoEncontradoError();
  return vencimientoDto(fila);
}
