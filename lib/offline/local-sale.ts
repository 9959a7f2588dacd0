import { centavosDeJson, jsonDeCentavos } from '@/lib/money';
import { jsonDeMilesimas, MILESIMAS, milesimasDeJson } from '@/lib/quantity';
import type { CuerpoVenta } from '@/lib/venta/query-options';
import { METODOS_PAGO, type MetodoPago, metodoPrincipal, subtotalLinea, sumaDe, totalizar } from '@/lib/venta/rules';
import type { VentaDto } from '@/lib/venta/schemas';
import type { Folio } from './facts';
import type { Identidad } from './meta';

/** What the paper says of a line besides its figures. */
export type NombreDeLinea = {
  nombre: string;
  unidad: string;
  /** What was sold when it was not the product itself; `cantidad` is how much of it, in thousandths. */
  presentacion?: { nombre: string; cantidad: number } | null;
};

type Papel = {
  cuerpo: CuerpoVenta;
  /** One for each line of the body. */
  nombres: readonly NombreDeLinea[];
  identidad: Identidad;
  folio: Folio;
  fecha: Date;
  cliente: VentaDto['cliente'];
};

/**
 * A ticket as its paper needs it, before the server knows of it: the same shape and the same sums. Its id is 0, for the
 * server has not given it one.
 */
export function ventaLocal({ cuerpo, nombres, identidad, folio, fecha, cliente }: Papel): VentaDto {
  const { usuario, sucursal, sesion } = identidad;
  const cuando = fecha.toISOString();
  const comunes = {
    estado: true,
    id_user_create: usuario.id,
    id_user_update: null,
    created_at: cuando,
    updated_at: cuando,
  };
  const { lineas, total, descuento } = sumar(cuerpo);
  const pagos = cuerpo.pagos.map((p) => ({
    metodo: metodoDe(p.metodo),
    monto: p.monto,
    referencia: p.referencia ?? null,
  }));
  const enCentavos = pagos.map((p) => ({ ...p, monto: centavosDeJson(p.monto) ?? 0 }));
  const pagado = enCentavos.reduce((suma, p) => suma + p.monto, 0);
  const recibido = cuerpo.recibido === undefined ? null : (centavosDeJson(cuerpo.recibido) ?? 0);
  return {
    id: 0,
    ...folio,
    total: jsonDeCentavos(total),
    descuento: jsonDeCentavos(descuento),
    redondeo: jsonDeCentavos(pagado - total),
    recibido: recibido === null ? null : jsonDeCentavos(recibido),
    vuelto: recibido === null ? null : jsonDeCentavos(recibido - sumaDe(enCentavos, 'EFECTIVO')),
    metodo_pago: metodoPrincipal(enCentavos),
    pagos: pagos.filter((p) => p.monto !== 0),
    fecha: cuando,
    id_sesion_caja: sesion?.id ?? 0,
    id_sucursal: sucursal.id,
    id_usuario: usuario.id,
    cajero: usuario.nombre,
    caja: sesion?.caja.nombre ?? '',
    sucursal: {
      id: sucursal.id,
      nombre: sucursal.nombre,
      direccion: sucursal.direccion,
      telefono: sucursal.telefono,
      ...(sucursal.textos ?? { texto_encabezado: null, texto_pie: null, dias_devolucion: 0 }),
    },
    cliente,
    token_recibo: cuerpo.token_recibo ?? null,
    copias: 0,
    estado_venta: 'COMPLETADA',
    motivo_edicion: null,
    fecha_modificacion: null,
    nota: cuerpo.nota ?? null,
    detalles: cuerpo.detalles.map((d, i) => ({
      id: -(i + 1),
      id_venta: 0,
      id_producto: d.id_producto ?? 0,
      nombre: nombres[i]?.nombre ?? '',
      unidad: nombres[i]?.unidad ?? 'unidad',
      id_presentacion: d.id_presentacion ?? null,
      presentacion: nombres[i]?.presentacion?.nombre ?? null,
      factor: jsonDeMilesimas(nombres[i]?.presentacion?.cantidad ?? MILESIMAS),
      cantidad: d.cantidad,
      precio_unitario: d.precio_unitario,
      descuento: d.descuento ?? 0,
      subtotal: jsonDeCentavos(lineas[i] ? subtotalLinea(lineas[i]) : 0),
      nota: d.nota ?? null,
      ...comunes,
    })),
    aprobaciones: [],
    ...comunes,
  };
}

/** The sums of a body, in centavos. */
export function sumar(cuerpo: CuerpoVenta) {
  const lineas = cuerpo.detalles.map((d) => ({
    precio: centavosDeJson(d.precio_unitario) ?? 0,
    cantidad: milesimasDeJson(d.cantidad) ?? 0,
    descuento: centavosDeJson(d.descuento ?? 0) ?? 0,
  }));
  return { lineas, ...totalizar(lineas) };
}

function metodoDe(texto: string): MetodoPago {
  return METODOS_PAGO.find((m) => m === texto) ?? 'EFECTIVO';
}
