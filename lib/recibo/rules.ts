import { centavosDeJson, formatMonto } from '@/lib/money';
import { formatCantidad, milesimasDeJson } from '@/lib/quantity';
import { formatFechaPapel } from '@/lib/time';
import { folioDe, NOMBRE_METODO } from '@/lib/venta/rules';

/** Widths of paper roll, in millimetres. */
export const ANCHOS = [58, 80] as const;
export type Ancho = (typeof ANCHOS)[number];

/** How a paper came out: roll by the system's dialog, roll by the printer's own language, sheet. */
export const FORMATOS = ['ROLLO', 'TERMICA', 'A4'] as const;
export type Formato = (typeof FORMATOS)[number];

/** What a receipt needs of a ticket: a `VentaDto` has it all, and so has a ticket that is still only on the device. */
export type VentaDeRecibo = {
  serie: string;
  numero: number;
  fecha: string;
  total: number;
  descuento: number;
  redondeo: number;
  recibido: number | null;
  vuelto: number | null;
  pagos: readonly { metodo: string; monto: number; referencia: string | null }[];
  estado_venta: string;
  motivo_edicion: string | null;
  caja: string;
  cajero: string;
  /** The texts are absent in what an older device kept. */
  sucursal: {
    nombre: string;
    direccion: string | null;
    telefono: string | null;
    texto_encabezado?: string | null;
    texto_pie?: string | null;
    dias_devolucion?: number;
  };
  nota?: string | null;
  cliente?: { nombre: string; ci_nit: string | null } | null;
  detalles: readonly {
    nombre: string;
    unidad: string;
    cantidad: number;
    precio_unitario: number;
    descuento: number;
    subtotal: number;
    presentacion?: string | null;
    nota?: string | null;
  }[];
};

/** A line of figures: what it is and how much. */
export type Renglon = { que: string; cuanto: string; fuerte?: boolean };

/** A receipt in words and figures, before it takes the form of a paper, a page or a printer's bytes. */
export type Recibo = {
  negocio: string;
  contacto: string[];
  folio: string;
  /** What must be seen first: ANULADA, COPIA 2. */
  marcas: string[];
  datos: Renglon[];
  lineas: { nombre: string; cuenta: string; importe: string; descuento: string | null; nota: string | null }[];
  antes: Renglon[];
  total: string;
  despues: Renglon[];
  motivo: string | null;
  nota: string | null;
  pie: string[];
  /** The public receipt, for its QR; null when the shop has no public address or the ticket no token. */
  url: string | null;
};

/** `copia`: the number that the paper says, null for the first one. `publico`: nothing of people, for whoever has the link. */
export type OpcionesDeRecibo = { copia: number | null; url: string | null; publico?: boolean };

/** The receipt of a ticket, the same for every form it takes. Needs nothing but the ticket. */
export function contenidoDeRecibo(venta: VentaDeRecibo, { copia, url, publico = false }: OpcionesDeRecibo): Recibo {
  const { sucursal, cliente } = venta;
  const anulada = venta.estado_venta === 'ANULADA';
  return {
    negocio: sucursal.nombre,
    contacto: dichos(sucursal.texto_encabezado, sucursal.direccion, sucursal.telefono && `Tel. ${sucursal.telefono}`),
    folio: folioDe(venta),
    marcas: [...(anulada ? ['ANULADA'] : []), ...(copia === null ? [] : [`COPIA ${copia}`])],
    datos: [
      { que: 'Ticket', cuanto: folioDe(venta) },
      { que: 'Fecha', cuanto: formatFechaPapel(venta.fecha) },
      ...(publico
        ? []
        : [
            { que: 'Caja', cuanto: venta.caja },
            { que: 'Cajero', cuanto: venta.cajero },
            ...(cliente ? [{ que: 'Cliente', cuanto: cliente.nombre }] : []),
            ...(cliente?.ci_nit ? [{ que: 'CI/NIT', cuanto: cliente.ci_nit }] : []),
          ]),
    ],
    lineas: venta.detalles.map((d) => lineaDe(d, publico)),
    antes: venta.descuento > 0 ? descuentosDe(venta) : [],
    total: monto(venta.total),
    despues: pagosDe(venta, publico),
    motivo: anulada && !publico ? venta.motivo_edicion : null,
    nota: publico ? null : (venta.nota ?? null),
    pie: pieDe(sucursal),
    url: publico ? null : url,
  };
}

/** The branch's own words in place of the thanks, how long it takes goods back, and what this paper is not. */
function pieDe({ texto_pie: texto, dias_devolucion: dias = 0 }: VentaDeRecibo['sucursal']): string[] {
  const devoluciones = `Devoluciones hasta ${dias === 1 ? '1 día' : `${dias} días`} después, con este recibo`;
  return dichos(texto ?? '¡Gracias por su compra!', dias > 0 ? devoluciones : null, 'Comprobante sin valor fiscal');
}

const dichos = (...textos: (string | null | undefined)[]) => textos.filter((t): t is string => Boolean(t));

function lineaDe(d: VentaDeRecibo['detalles'][number], publico: boolean): Recibo['lineas'][number] {
  const medida = d.unidad === 'unidad' || d.presentacion ? '' : ` ${d.unidad}`;
  return {
    nombre: d.presentacion ? `${d.nombre} · ${d.presentacion}` : d.nombre,
    cuenta: `${formatCantidad(milesimasDeJson(d.cantidad) ?? 0)}${medida} × ${monto(d.precio_unitario)}`,
    importe: formatMonto(centavos(d.subtotal) + centavos(d.descuento)),
    descuento: d.descuento > 0 ? formatMonto(-centavos(d.descuento)) : null,
    nota: publico ? null : (d.nota ?? null),
  };
}

function descuentosDe({ total, descuento }: VentaDeRecibo): Renglon[] {
  return [
    { que: 'Subtotal', cuanto: formatMonto(centavos(total) + centavos(descuento)) },
    { que: 'Descuentos', cuanto: formatMonto(-centavos(descuento)) },
  ];
}

/** A payment's reference is the customer's own: whoever has the link does not see it. */
function pagosDe({ redondeo, pagos, recibido, vuelto }: VentaDeRecibo, publico: boolean): Renglon[] {
  const redondeado = centavos(redondeo);
  return [
    ...(redondeado === 0
      ? []
      : [{ que: 'Redondeo de efectivo', cuanto: `${redondeado > 0 ? '+' : ''}${formatMonto(redondeado)}` }]),
    ...pagos.map((p) => ({
      que: `${NOMBRE_METODO[p.metodo] ?? p.metodo}${p.referencia && !publico ? ` (${p.referencia})` : ''}`,
      cuanto: monto(p.monto),
    })),
    ...(recibido === null ? [] : [{ que: 'Recibido', cuanto: monto(recibido) }]),
    ...(vuelto === null ? [] : [{ que: 'Vuelto', cuanto: monto(vuelto), fuerte: true }]),
  ];
}

/** Where the public receipt of a ticket is; `null` without the shop's address or without a token. */
export function urlDeRecibo(direccion: string | null, token: string | null): string | null {
  return direccion && token ? `${direccion.replace(/\/+$/, '')}/r/${token}` : null;
}

const centavos = (bolivianos: number) => centavosDeJson(bolivianos) ?? 0;
const monto = (bolivianos: number) => formatMonto(centavos(bolivianos));
