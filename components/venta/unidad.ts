import { formatCantidad } from '@/lib/quantity';
import type { ProductoMostrador } from '@/lib/venta/query-options';

const CORTAS: Record<string, string> = { unidad: 'u', kg: 'kg', l: 'l', m: 'm' };

/** A quantity with its unit, `24 u`, `41,5 kg`. */
export function conUnidad(milesimas: number, unidad: string): string {
  return `${formatCantidad(milesimas)} ${CORTAS[unidad] ?? unidad}`;
}

/** What follows a price: `c/u`, `por kg`. */
export function porUnidad(unidad: string): string {
  return unidad === 'unidad' ? 'c/u' : `por ${unidad}`;
}

/** Whether the product is sold by parts of a unit. */
export function esFraccionable({ unidad }: Pick<ProductoMostrador, 'unidad'>): boolean {
  return unidad !== 'unidad';
}
