import { z } from 'zod';
import type { AprobacionDeDocumento } from '@/lib/aprobacion/schemas';
import { autoria, cantidad, dia, idDeFila, listaQuery, monto, opcional, texto, textoOpcional } from '@/lib/validation';
import { codigo, conDestino, telefono } from '@/lib/whatsapp/schemas';
import { METODOS_PAGO } from './rules';

const metodo = z.enum(METODOS_PAGO, 'El método de pago debe ser EFECTIVO, QR o TRANSFERENCIA.');

const Detalle = z
  .strictObject({
    id_producto: idDeFila,
    cantidad: cantidad(),
    precio_unitario: monto(),
    descuento: opcional(monto()),
    cambio_precio: opcional(z.strictObject({ motivo: texto({ min: 3 }) })),
  })
  .transform((d) => ({
    idProducto: d.id_producto,
    cantidad: d.cantidad,
    precio: d.precio_unitario,
    descuento: d.descuento ?? 0,
    motivoPrecio: d.cambio_precio?.motivo ?? null,
  }));

const PagoEntrada = z
  .strictObject({ metodo, monto: monto(), referencia: textoOpcional({ max: 60 }) })
  .transform((p) => ({ metodo: p.metodo, monto: p.monto, referencia: p.referencia ?? null }));

/** A sale as the counter sends it. `pagos` for split payment, or `metodo_pago` alone for one leg of the whole. */
export const CobrarVentaInput = z
  .strictObject({
    metodo_pago: opcional(metodo),
    pagos: opcional(z.array(PagoEntrada).min(1, 'Falta el pago.').max(10, 'Un ticket admite hasta 10 pagos.')),
    recibido: opcional(monto()),
    id_sesion_caja: idDeFila,
    // No customer is registered yet, so that none can be named.
    id_cliente: opcional(idDeFila.refine(() => false, 'El cliente no existe.')),
    detalles: z.array(Detalle).min(1, 'El ticket no tiene productos.').max(500, 'Un ticket admite hasta 500 líneas.'),
    ...autoria,
  })
  .refine((v) => v.metodo_pago || v.pagos, { path: ['metodo_pago'], error: 'Falta el método de pago.' })
  .transform((v) => ({
    metodo: v.metodo_pago ?? null,
    pagos: v.pagos ?? null,
    recibido: v.recibido ?? null,
    idSesionCaja: v.id_sesion_caja,
    detalles: v.detalles,
  }));
/** The sale after parsing, in centavos and thousandths. */
export type CobrarVenta = z.output<typeof CobrarVentaInput>;

/** A void: it needs a motive. */
export const AnularVentaInput = z
  .strictObject({ id: idDeFila, motivo_edicion: texto({ min: 3 }), ...autoria })
  .transform((v) => ({ id: v.id, motivo: v.motivo_edicion }));

/** Another method for the whole ticket. */
export const EditarPagoInput = z
  .strictObject({ id: idDeFila, metodo_pago: metodo, motivo_edicion: opcional(texto({ min: 3 })), ...autoria })
  .transform((v) => ({ id: v.id, metodo: v.metodo_pago, motivo: v.motivo_edicion ?? null }));

/** PATCH /ventas/:id: a void or another method, never both. `EDITADA` says what another method does by itself. */
export const EditarVentaInput = z.strictObject({
  id: idDeFila,
  estado_venta: opcional(z.enum(['ANULADA', 'EDITADA'], 'Solo se puede pasar a ANULADA o EDITADA.')),
  motivo_edicion: opcional(texto({ min: 3 })),
  metodo_pago: opcional(metodo),
  ...autoria,
});

/** DELETE /ventas/:id: a void whose motive may be missing. */
export const EliminarVentaInput = z.strictObject({
  id: idDeFila,
  motivo_edicion: opcional(texto({ min: 3 })),
  ...autoria,
});

/** One ticket by id. */
export const LeerVentaInput = z.strictObject({ id: idDeFila });

/** A ticket whose receipt goes to a number by WhatsApp. */
export const MandarReciboInput = z.strictObject({ id: idDeFila, code: codigo, phone: telefono }).transform(conDestino);

/** Filters of the ticket list. */
export const ListarVentasQuery = listaQuery.extend({
  estado_venta: opcional(z.enum(['COMPLETADA', 'ANULADA', 'EDITADA'])),
  metodo_pago: opcional(metodo),
  id_sesion_caja: opcional(idDeFila),
});

/** POST /ventas/reporte-resumen. */
export const ResumenVentasInput = z.strictObject({ fechaInicio: dia, fechaFin: dia, auditor: textoOpcional() });

type Comunes = {
  estado: boolean;
  id_user_create: number | null;
  id_user_update: number | null;
  created_at: string;
  updated_at: string;
};

/** A line of the contract. Lines never change: what is common is as it was when the ticket was charged. */
export type DetalleVentaDto = Comunes & {
  id: number;
  id_venta: number;
  id_producto: number;
  nombre: string;
  unidad: string;
  cantidad: number;
  precio_unitario: number;
  descuento: number;
  subtotal: number;
};

/** A ticket of the contract, with what the paper needs. Amounts are decimal numbers. */
export type VentaDto = Comunes & {
  id: number;
  serie: string;
  numero: number;
  total: number;
  descuento: number;
  redondeo: number;
  recibido: number | null;
  vuelto: number | null;
  metodo_pago: string;
  pagos: { metodo: string; monto: number; referencia: string | null }[];
  fecha: string;
  id_sesion_caja: number;
  id_sucursal: number;
  id_usuario: number;
  cajero: string;
  caja: string;
  sucursal: { id: number; nombre: string; direccion: string | null; telefono: string | null };
  estado_venta: 'COMPLETADA' | 'ANULADA' | 'EDITADA';
  motivo_edicion: string | null;
  fecha_modificacion: string | null;
  detalles: DetalleVentaDto[];
  /** Who let what its cashier could not do alone, also when it was voided. */
  aprobaciones: AprobacionDeDocumento[];
};
