import { mulDiv } from '@/lib/money';

/** What a branch has of a product: thousandths, and their value in centavos. */
export type Existencia = { cantidad: number; valor: number };

/** What a branch has of a product it never had. */
export const NADA: Existencia = { cantidad: 0, valor: 0 };

/**
 * What it costs to take `cantidad` thousandths out: valor × q / cantidad, half up; the last unit takes the rest, so the
 * value reaches zero exactly when the quantity does. `cantidad` must be positive and not more than there is.
 */
export function costoDeSalida(existencia: Existencia, cantidad: number): number {
  return cantidad >= existencia.cantidad ? existencia.valor : mulDiv(existencia.valor, cantidad, existencia.cantidad);
}

/** What is missing of each product to take `piden` thousandths out of what there is; products with enough are left out. */
export function faltantes(
  piden: Iterable<readonly [idProducto: number, cantidad: number]>,
  existencias: ReadonlyMap<number, Existencia>,
): Map<number, number> {
  const faltan = new Map<number, number>();
  for (const [idProducto, cantidad] of piden) {
    const falta = cantidad - (existencias.get(idProducto)?.cantidad ?? 0);
    if (falta > 0) faltan.set(idProducto, falta);
  }
  return faltan;
}

/** What each kind of stock document is: its series, its name, how its movements are called, and its account. */
export const TIPOS_DOCUMENTO = {
  ENTRADA: { serie: 'E', nombre: 'Entrada', movimiento: 'ENTRADA', cuenta: null },
  MERMA: { serie: 'S', nombre: 'Merma', movimiento: 'SALIDA', cuenta: 'merma' },
  CONSUMO: { serie: 'S', nombre: 'Consumo', movimiento: 'SALIDA', cuenta: 'consumo' },
  VENCIDO: { serie: 'S', nombre: 'Vencido', movimiento: 'SALIDA', cuenta: 'vencido' },
  AJUSTE: { serie: 'A', nombre: 'Ajuste', movimiento: 'AJUSTE', cuenta: 'diferencia_inventario' },
  REGULARIZACION: {
    serie: 'R',
    nombre: 'Regularización',
    movimiento: 'REGULARIZACION',
    cuenta: 'diferencia_inventario',
  },
  ANULACION: { serie: 'N', nombre: 'Anulación', movimiento: 'ANULACION', cuenta: null },
} as const;
export type TipoDocumento = keyof typeof TIPOS_DOCUMENTO;

/** Why goods come in without a purchase, and the account against which each posts. */
export const CONCEPTOS_ENTRADA = {
  COMPRA: { nombre: 'Compra pagada por el dueño', cuenta: 'capital' },
  APORTE: { nombre: 'Aporte del dueño', cuenta: 'capital' },
  BONIFICACION: { nombre: 'Bonificación del proveedor', cuenta: 'ingresos_varios' },
  DEVOLUCION: { nombre: 'Devolución de consumo propio', cuenta: 'consumo' },
  HALLAZGO: { nombre: 'Mercadería que apareció', cuenta: 'diferencia_inventario' },
} as const;
export type ConceptoEntrada = keyof typeof CONCEPTOS_ENTRADA;

/** The number of a stock document as people write it, `E-12`. */
export function folioDe({ serie, numero }: { serie: string; numero: number }): string {
  return `${serie}-${numero}`;
}
