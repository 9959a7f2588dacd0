import type { AprobacionDeDocumento } from '@/lib/aprobacion/schemas';
import type { Context } from '@/lib/context';
import { jsonDeCentavos } from '@/lib/money';
import { jsonDeMilesimas } from '@/lib/quantity';
import type { VentaDto } from './schemas';
import type { VentaPorEscribir } from './steps';

/** A ticket just charged, as the contract shows it, without reading it back; `aprobacion` is the one that let it in. */
export function dtoDeTicket(
  ctx: Context,
  { ticket, numeros, folio, sesion }: VentaPorEscribir,
  aprobacion: AprobacionDeDocumento | null,
): VentaDto {
  const ahora = ctx.ahora.toISOString();
  const comunes = {
    estado: true,
    id_user_create: ctx.actor.idUsuario,
    id_user_update: null,
    created_at: ahora,
    updated_at: ahora,
  };
  return {
    id: numeros.idVenta,
    ...folio,
    total: jsonDeCentavos(ticket.total),
    descuento: jsonDeCentavos(ticket.descuento),
    redondeo: jsonDeCentavos(ticket.redondeo),
    recibido: ticket.recibido === null ? null : jsonDeCentavos(ticket.recibido),
    vuelto: ticket.vuelto === null ? null : jsonDeCentavos(ticket.vuelto),
    metodo_pago: ticket.metodo,
    pagos: ticket.pagos.map((p) => ({ ...p, monto: jsonDeCentavos(p.monto) })),
    fecha: ahora,
    id_sesion_caja: sesion.id,
    id_sucursal: sesion.idSucursal,
    id_usuario: ctx.actor.idUsuario,
    cajero: ctx.actor.nombre,
    caja: sesion.caja,
    sucursal: sesion.sucursal,
    estado_venta: 'COMPLETADA',
    motivo_edicion: null,
    fecha_modificacion: null,
    detalles: ticket.lineas.map((l, i) => ({
      id: numeros.idsDetalle[i] ?? 0,
      id_venta: numeros.idVenta,
      id_producto: l.idProducto,
      nombre: l.nombre,
      unidad: l.unidad,
      cantidad: jsonDeMilesimas(l.cantidad),
      precio_unitario: jsonDeCentavos(l.precio),
      descuento: jsonDeCentavos(l.descuento),
      subtotal: jsonDeCentavos(l.subtotal),
      ...comunes,
    })),
    aprobaciones: aprobacion ? [aprobacion] : [],
    ...comunes,
  };
}
