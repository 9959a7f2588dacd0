import type { AprobacionDeDocumento } from '@/lib/aprobacion/schemas';
import type { Context } from '@/lib/context';
import { jsonDeCentavos } from '@/lib/money';
import { jsonDeMilesimas } from '@/lib/quantity';
import type { VentaDto } from './schemas';
import type { VentaPorEscribir } from './steps';

/** A ticket just charged, as the contract shows it, without reading it back; `aprobacion` is the one that let it in. */
export function dtoDeTicket(
  ctx: Context,
  { ticket, numeros, folio, sesion, cliente, tokenRecibo }: VentaPorEscribir,
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
    cliente,
    token_recibo: tokenRecibo,
    copias: 0,
    estado_venta: 'COMPLETADA',
    motivo_edicion: null,
    fecha_modificacion: null,
    nota: ticket.nota,
    detalles: ticket.lineas.map((l, i) => ({
      id: numeros.idsDetalle[i] ?? 0,
      id_venta: numeros.idVenta,
      id_producto: l.idProducto,
      nombre: l.nombre,
      unidad: l.unidad,
      id_presentacion: l.idPresentacion,
      presentacion: l.presentacion,
      factor: jsonDeMilesimas(l.factor),
      cantidad: jsonDeMilesimas(l.cantidad),
      precio_unitario: jsonDeCentavos(l.precio),
      descuento: jsonDeCentavos(l.descuento),
      subtotal: jsonDeCentavos(l.subtotal),
      nota: l.nota,
      ...comunes,
    })),
    aprobaciones: aprobacion ? [aprobacion] : [],
    ...comunes,
  };
}
