import { z } from 'zod';
import type { AprobacionDeDocumento } from '@/lib/aprobacion/schemas';
import { MAXIMO_CODIGO, MAXIMO_NOMBRE, UNIDADES } from '@/lib/producto/rules';
import type { SucursalDeTicket } from '@/lib/sucursal/schemas';
import { autoria, cantidad, dia, idDeFila, listaQuery, monto, opcional, texto, textoOpcional } from '@/lib/validation';
import { codigo, conDestino, telefono } from '@/lib/whatsapp/schemas';
import { esFormatoBalanza, MAXIMO_NOTA, METODOS_PAGO } from './rules';

const metodo = z.enum(METODOS_PAGO, 'El método de pago debe ser EFECTIVO, QR o TRANSFERENCIA.');

/** What the scanner read and the catalogue does not know: the sale that takes it creates it, or uses it if it exists by then. */
const ProductoNuevo = z.strictObject({
  codigo: texto({ max: MAXIMO_CODIGO }),
  nombre: texto({ max: MAXIMO_NOMBRE }),
  unidad: opcional(z.enum(UNIDADES, 'La unidad debe ser unidad, kg, l o m.')),
});

const Detalle = z
  .strictObject({
    id_producto: opcional(idDeFila),
    producto_nuevo: opcional(ProductoNuevo),
    id_presentacion: opcional(idDeFila),
    cantidad: cantidad(),
    precio_unitario: monto(),
    descuento: opcional(monto()),
    cambio_precio: opcional(z.strictObject({ motivo: texto({ min: 3 }) })),
    nota: textoOpcional({ max: MAXIMO_NOTA }),
  })
  .refine((d) => (d.id_producto === undefined) !== (d.producto_nuevo === undefined), {
    path: ['id_producto'],
    error: 'Falta el producto, o sobra uno.',
  })
  .refine((d) => !d.producto_nuevo || !d.id_presentacion, {
    path: ['id_presentacion'],
    error: 'Un producto nuevo no tiene presentaciones.',
  })
  .transform((d) => ({
    idProducto: d.id_producto ?? null,
    nuevo: d.producto_nuevo ? { ...d.producto_nuevo, unidad: d.producto_nuevo.unidad ?? ('unidad' as const) } : null,
    idPresentacion: d.id_presentacion ?? null,
    cantidad: d.cantidad,
    precio: d.precio_unitario,
    descuento: d.descuento ?? 0,
    motivoPrecio: d.cambio_precio?.motivo ?? null,
    nota: d.nota ?? null,
  }));

const PagoEntrada = z
  .strictObject({ metodo, monto: monto(), referencia: textoOpcional({ max: 60 }) })
  .transform((p) => ({ metodo: p.metodo, monto: p.monto, referencia: p.referencia ?? null }));

/** What opens the public receipt: 128 random bits of the device, in base64url. */
const tokenDeRecibo = z
  .string()
  .regex(/^[A-Za-z0-9_-]{22}$/, 'El token del recibo son 22 caracteres de base64url.')
  .meta({ description: '128 bits al azar, en base64url, hechos en el equipo: abren el recibo público `/r/<token>`.' });

/** A sale as the counter sends it. `pagos` for split payment, or `metodo_pago` alone for one leg of the whole. */
export const CobrarVentaInput = z
  .strictObject({
    metodo_pago: opcional(metodo),
    pagos: opcional(z.array(PagoEntrada).min(1, 'Falta el pago.').max(10, 'Un ticket admite hasta 10 pagos.')),
    recibido: opcional(monto()),
    id_sesion_caja: idDeFila,
    id_cliente: opcional(idDeFila).meta({ description: 'Quién compra.' }),
    token_recibo: opcional(tokenDeRecibo),
    nota: textoOpcional({ max: MAXIMO_NOTA }),
    detalles: z.array(Detalle).min(1, 'El ticket no tiene productos.').max(500, 'Un ticket admite hasta 500 líneas.'),
    ...autoria,
  })
  .refine((v) => v.metodo_pago || v.pagos, { path: ['metodo_pago'], error: 'Falta el método de pago.' })
  .transform((v) => ({
    metodo: v.metodo_pago ?? null,
    pagos: v.pagos ?? null,
    recibido: v.recibido ?? null,
    idSesionCaja: v.id_sesion_caja,
    idCliente: v.id_cliente ?? null,
    tokenRecibo: v.token_recibo ?? null,
    nota: v.nota ?? null,
    detalles: v.detalles,
  }));
/** The sale after parsing, in centavos and thousandths. */
export type CobrarVenta = z.output<typeof CobrarVentaInput>;
/** A line after parsing. */
export type DetalleCobrado = CobrarVenta['detalles'][number];
/** A line whose product is known; `creado`: by this very sale, so that what it sells enters with it. */
export type DetallePorArmar = Omit<DetalleCobrado, 'idProducto' | 'nuevo'> & {
  idProducto: number;
  creado: boolean;
  /** What its price is compared with, when it is not today's catalogue: it was sold before. */
  precioVigente?: number;
};
/** A sale whose products are all in the catalogue. */
export type VentaPorArmar = Omit<CobrarVenta, 'detalles'> & { detalles: DetallePorArmar[] };

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

/** How the labels of the branch's scales are read; each starts with digits of its own. */
export const ConfigurarBalanzaInput = z.strictObject({
  formatos: z
    .array(z.string().refine(esFormatoBalanza, 'El formato no es de una etiqueta de balanza.'))
    .max(10, 'Se admiten hasta 10 formatos.')
    .refine((f) => new Set(f.map((x) => x.slice(0, 2))).size === f.length, 'Dos formatos empiezan igual.'),
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
  id_cliente: opcional(idDeFila),
});

/** The tickets of a customer. */
export const ComprasDeClienteQuery = listaQuery.extend({ id: idDeFila });

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
  /** The presentation sold, as it was called; `null` when it was the product itself. */
  id_presentacion: number | null;
  presentacion: string | null;
  /** Units of the product in one of what was sold; 1 without a presentation. */
  factor: number;
  cantidad: number;
  precio_unitario: number;
  descuento: number;
  subtotal: number;
  nota: string | null;
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
  sucursal: SucursalDeTicket;
  /** Who bought, as they are called now; null when the counter did not say. */
  cliente: { id: number; nombre: string; ci_nit: string | null } | null;
  /** Opens the public receipt; null for tickets made before there was one, and by clients that send none. */
  token_recibo: string | null;
  /** How many copies were printed. */
  copias: number;
  estado_venta: 'COMPLETADA' | 'ANULADA' | 'EDITADA';
  motivo_edicion: string | null;
  fecha_modificacion: string | null;
  nota: string | null;
  detalles: DetalleVentaDto[];
  /** Who let what its cashier could not do alone, also when it was voided. */
  aprobaciones: AprobacionDeDocumento[];
};
