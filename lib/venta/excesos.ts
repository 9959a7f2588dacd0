import { formatPorcentaje } from '@/lib/aprobacion/rules';
import type { ActoPorAprobar, Exceso } from '@/lib/aprobacion/schemas';
import { alcanza, fraseDeLimite } from '@/lib/auth/topes';
import type { Context } from '@/lib/context';
import { formatBs, importeLinea, mulDiv } from '@/lib/money';
import { formatCantidad } from '@/lib/quantity';
import { centesimasDeDescuento, centesimasDeLinea, centesimasDeRebaja, totalizar } from './rules';

/** A line as its limits need it; `precioCatalogo` is what the catalogue asks. */
export type LineaConPrecio = {
  nombre: string;
  cantidad: number;
  precio: number;
  precioCatalogo: number;
  descuento: number;
  motivoPrecio: string | null;
};

/**
 * What of a ticket is beyond what the actor may do alone: each line whose discount is over the cap, the ticket's discounts
 * as a whole, and each price below the catalogue's by more than the cap, or changed at all without the right.
 */
export function excesosDeTicket(ctx: Context, lineas: readonly LineaConPrecio[]): Exceso[] {
  const deLineas = lineas.flatMap((l) => [...excesoDeDescuento(ctx, l), ...excesoDePrecio(ctx, l)]);
  return deLineas.some((e) => e.permiso === 'venta:descuento')
    ? deLineas
    : [...deLineas, ...excesoDelTotal(ctx, lineas)];
}

function excesoDeDescuento(ctx: Context, l: LineaConPrecio): Exceso[] {
  const bruto = importeLinea(l.precio, l.cantidad);
  const centesimas = centesimasDeLinea(bruto, l.descuento);
  if (l.descuento === 0 || alcanza(ctx, 'venta:descuento', centesimas / 100)) return [];
  const frase = `Descuento de ${formatBs(l.descuento)} en ${l.nombre}, de ${formatBs(bruto)} (${porcentajeALaVista(bruto, l.descuento)}); ${fraseDeLimite(ctx, 'venta:descuento')}`;
  return [{ permiso: 'venta:descuento', cuanto: centesimas, monto: l.descuento, frase }];
}

function excesoDelTotal(ctx: Context, lineas: readonly LineaConPrecio[]): Exceso[] {
  const { bruto, descuento } = totalizar(lineas);
  const centesimas = centesimasDeDescuento(bruto, descuento);
  if (descuento === 0 || alcanza(ctx, 'venta:descuento', centesimas / 100)) return [];
  const frase = `Descuentos de ${formatBs(descuento)} en un ticket de ${formatBs(bruto)} (${porcentajeALaVista(bruto, descuento)}); ${fraseDeLimite(ctx, 'venta:descuento')}`;
  return [{ permiso: 'venta:descuento', cuanto: centesimas, monto: descuento, frase }];
}

function excesoDePrecio(ctx: Context, l: LineaConPrecio): Exceso[] {
  if (l.precio === l.precioCatalogo) return [];
  const centesimas = centesimasDeRebaja(l.precioCatalogo, l.precio);
  if (alcanza(ctx, 'venta:cambiar_precio', centesimas / 100)) return [];
  const monto = Math.max(0, importeLinea(l.precioCatalogo, l.cantidad) - importeLinea(l.precio, l.cantidad));
  const frase = `${l.nombre} a ${formatBs(l.precio)} en vez de ${formatBs(l.precioCatalogo)}, por «${l.motivoPrecio ?? ''}»; ${fraseDeLimite(ctx, 'venta:cambiar_precio')}`;
  return [{ permiso: 'venta:cambiar_precio', cuanto: centesimas, monto, frase }];
}

/** A ticket as a superior reads it before letting it through. */
export function describirTicket(
  input: unknown,
  lineas: readonly LineaConPrecio[],
  excesos: readonly Exceso[],
  caja: string,
): ActoPorAprobar {
  const { bruto, descuento, total } = totalizar(lineas);
  const cosas = [
    excesos.some((e) => e.permiso === 'venta:descuento') &&
      `descuento de ${porcentajeALaVista(bruto, descuento)} (${formatBs(descuento)})`,
    excesos.some((e) => e.permiso === 'venta:cambiar_precio') && 'cambio de precio',
  ].filter((c) => c !== false);
  return {
    verbo: 'venta.cobrar',
    input,
    resumen: `${cosas.join(' y ')} en un ticket de ${formatBs(total)}`,
    detalle: [
      { etiqueta: 'Caja', valor: caja },
      { etiqueta: 'Ticket', valor: `${formatBs(bruto)} − ${formatBs(descuento)} = ${formatBs(total)}` },
      ...lineas
        .slice(0, LINEAS_A_LA_VISTA)
        .map((l) => ({ etiqueta: formatCantidad(l.cantidad), valor: `${l.nombre} a ${formatBs(l.precio)}` })),
      ...(lineas.length > LINEAS_A_LA_VISTA
        ? [{ etiqueta: 'Además', valor: `${lineas.length - LINEAS_A_LA_VISTA} líneas más` }]
        : []),
    ],
  };
}

const LINEAS_A_LA_VISTA = 8;

/** `30 %`: what a discount is of an amount, as a person says it. */
function porcentajeALaVista(bruto: number, descuento: number): string {
  return formatPorcentaje(bruto === 0 ? 0 : mulDiv(descuento, 10_000, bruto));
}
