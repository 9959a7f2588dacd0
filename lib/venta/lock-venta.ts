import type { Tx } from '@/db/transaction';
import { puede } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { VentaNoEncontradaError } from './errors';
import type { MetodoPago } from './rules';

/** The original document of a correction, locked; amounts in centavos. */
export type VentaOriginal = {
  id: number;
  folio: string;
  total: number;
  metodo: string;
  estado: string;
  idAsiento: number | null;
  idSesionCaja: number;
  sesionAbierta: boolean;
  idCaja: number;
  caja: string;
  cajero: string;
  fecha: string;
  idSucursal: number;
  redondeoEfectivo: boolean;
  /** What stands of each leg after any correction. */
  pagos: { metodo: MetodoPago; monto: number }[];
};

/**
 * Locks a ticket so that no other correction of it runs at once, then reads what stands of its payments.
 * Throws VentaNoEncontradaError, also for another branch's.
 */
export async function lockVenta(tx: Tx, ctx: Context, id: number): Promise<VentaOriginal> {
  const [fila] = await tx.sql<Omit<VentaOriginal, 'pagos'>[]>`
    select v.id, v.serie || '-' || v.numero as folio, v.total, v.metodo_pago as metodo, v.estado_venta as estado,
      v.id_asiento as "idAsiento", v.id_sesion_caja as "idSesionCaja", s.estado_sesion = 'ABIERTA' as "sesionAbierta",
      s.id_caja as "idCaja", c.nombre as caja, k.name as cajero, v.fecha, v.id_sucursal as "idSucursal", u.redondeo_efectivo as "redondeoEfectivo"
    from venta v join sesion_caja s on s.id = v.id_sesion_caja join sucursal u on u.id = v.id_sucursal
      join caja c on c.id = s.id_caja join usuario k on k.id = v.id_usuario
    where v.id = ${id} for no key update of v`;
  if (!fila || (fila.idSucursal !== ctx.idSucursal && !puede(ctx, 'sucursal:todas')))
    throw new VentaNoEncontradaError();
  const pagos = await tx.sql<VentaOriginal['pagos']>`
    select metodo, sum(monto)::bigint as monto from pago_venta where id_venta = ${id}
    group by metodo having sum(monto) <> 0 order by metodo`;
  return { ...fila, pagos: [...pagos] };
}
