import { centavosDeJson, formatMonto } from '@/lib/money';
import { formatCantidad, milesimasDeJson } from '@/lib/quantity';

/** A quantity of the wire with its unit, `1,35 kg`; pieces need no unit. */
export function cantidadConUnidad(cantidad: number, unidad = 'unidad'): string {
  return `${formatCantidad(milesimasDeJson(cantidad) ?? 0)}${unidad === 'unidad' ? '' : ` ${unidad}`}`;
}

/** The same with its sign, as a movement: `+3`. */
export function conSigno(cantidad: number, unidad = 'unidad'): string {
  return `${cantidad > 0 ? '+' : ''}${cantidadConUnidad(cantidad, unidad)}`;
}

/** An amount of the wire, or a dash for whoever may not see it. */
export function monto(bolivianos: number | null): string {
  return bolivianos === null ? '—' : formatMonto(centavosDeJson(bolivianos) ?? 0);
}
