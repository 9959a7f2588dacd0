import { mulDiv } from '@/lib/money';

/** What a branch has of a product: thousandths, and their value in centavos. */
export type Existencia = { cantidad: number; valor: number };

/**
 * What it costs to take `cantidad` thousandths out: valor × q / cantidad, half up; the last unit takes the rest, so the
 * value reaches zero exactly when the quantity does. `cantidad` must be positive and not more than there is.
 */
export function costoDeSalida(existencia: Existencia, cantidad: number): number {
  return cantidad >= existencia.cantidad ? existencia.valor : mulDiv(existencia.valor, cantidad, existencia.cantidad);
}
