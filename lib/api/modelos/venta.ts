import { z } from 'zod';
import { UNIDADES } from '@/lib/producto/rules';
import type { resumenVentas } from '@/lib/venta/queries';
import type { DetalleVentaDto, VentaDto } from '@/lib/venta/schemas';
import { AprobacionDocumento } from './aprobacion';
import { bs, cantidad, comunes, diaDeLaPaz, dtoDe, id, instante } from './comunes';

const metodo = z.enum(['EFECTIVO', 'QR', 'TRANSFERENCIA', 'FIADO']);
const estadoVenta = z.enum(['COMPLETADA', 'ANULADA', 'EDITADA']);

const DetalleVenta = dtoDe<DetalleVentaDto>()(
  z.strictObject({
    id,
    id_venta: id,
    id_producto: id,
    nombre: z.string().meta({ description: 'Como se llamaba al venderse.' }),
    unidad: z.enum(UNIDADES),
    id_presentacion: id.nullable().meta({ description: 'La presentación vendida; `null` si fue el producto mismo.' }),
    presentacion: z.string().nullable().meta({ description: 'Como se llamaba al venderse.' }),
    factor: cantidad.meta({ description: 'Cuántas unidades del producto lleva cada una: 1 sin presentación.' }),
    cantidad,
    precio_unitario: bs,
    descuento: bs,
    subtotal: bs,
    nota: z.string().nullable(),
    ...comunes,
  }),
).meta({ id: 'DetalleVenta' });

const Pago = z.strictObject({ metodo, monto: bs, referencia: z.string().nullable() });

/** `Venta` of the contract. */
export const Venta = dtoDe<VentaDto>()(
  z.strictObject({
    id,
    serie: z.string(),
    numero: id.meta({ description: 'Número del ticket dentro de su serie.' }),
    total: bs.meta({ description: 'Suma de los subtotales, antes del redondeo del efectivo.' }),
    descuento: bs,
    redondeo: bs.meta({ description: 'Lo cobrado menos el total: de −0,05 a 0,05.' }),
    recibido: bs.nullable().meta({ description: 'El efectivo que entregó el cliente.' }),
    vuelto: bs.nullable(),
    metodo_pago: metodo.meta({ description: 'El del pago mayor.' }),
    pagos: z.array(Pago),
    fecha: instante,
    id_sesion_caja: id,
    id_sucursal: id,
    id_usuario: id,
    cajero: z.string(),
    caja: z.string(),
    sucursal: z.strictObject({
      id,
      nombre: z.string(),
      direccion: z.string().nullable(),
      telefono: z.string().nullable(),
      texto_encabezado: z.string().nullable().meta({ description: 'Lo que su recibo dice bajo el nombre.' }),
      texto_pie: z.string().nullable().meta({ description: 'Lo que su recibo dice al pie.' }),
      dias_devolucion: z.int().nonnegative().meta({ description: 'Hasta cuántos días después acepta devoluciones.' }),
    }),
    cliente: z
      .strictObject({ id, nombre: z.string(), ci_nit: z.string().nullable() })
      .nullable()
      .meta({ description: 'Quién compró, si el mostrador lo dijo.' }),
    token_recibo: z.string().nullable().meta({ description: 'Abre el recibo público `/r/<token>`.' }),
    copias: z.int().nonnegative().meta({ description: 'Cuántas copias se imprimieron.' }),
    estado_venta: estadoVenta,
    motivo_edicion: z.string().nullable(),
    fecha_modificacion: instante.nullable(),
    nota: z.string().nullable().meta({ description: 'Lo que escribió el cajero; sale impreso.' }),
    detalles: z.array(DetalleVenta),
    aprobaciones: z.array(AprobacionDocumento).meta({ description: 'Quién dejó pasar lo que no podía hacer solo.' }),
    ...comunes,
  }),
).meta({ id: 'Venta' });

/** What was sold in a range of days. */
export const ResumenVentas = dtoDe<Awaited<ReturnType<typeof resumenVentas>>>()(
  z.strictObject({
    metadata: z.strictObject({ fechaInicio: diaDeLaPaz, fechaFin: diaDeLaPaz, fechaEmision: instante }),
    totales: z.strictObject({
      totalVendido: bs,
      totalTransacciones: z.int().nonnegative(),
      desglose: z.strictObject({ efectivo: bs, qr: bs, transferencia: bs, digitalTotal: bs }),
    }),
    ventas: z.array(z.strictObject({ id, fecha: instante, total: bs, metodo_pago: metodo, estado_venta: estadoVenta })),
  }),
).meta({ id: 'ResumenVentas' });
