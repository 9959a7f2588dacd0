import { folioDe } from '@/lib/venta/rules';
import type { VentaDto } from '@/lib/venta/schemas';

const LLAVE = 'kantuta-impresos';
const MAXIMO = 300;

/** Papers of each ticket that came out of this device: how many, the first one too. */
type Impresos = Record<string, number>;

/**
 * Which paper of a ticket comes next at the counter: `null` is the first one, which came with the sale; from then on they are
 * copies, numbered after the ones that the server knows of.
 */
export function siguientePapel(venta: VentaDto): number | null {
  const aqui = leer()[folioDe(venta)] ?? 0;
  return aqui === 0 && venta.copias === 0 ? null : Math.max(venta.copias, aqui - 1) + 1;
}

/** The number of the next copy, for whoever prints again afterwards: always a copy. */
export function siguienteCopia(venta: VentaDto): number {
  return siguientePapel(venta) ?? 1;
}

/** Notes that a paper came out: `null`, the first one. */
export function anotarPapel(venta: VentaDto, copia: number | null): void {
  const todos = leer();
  const folio = folioDe(venta);
  delete todos[folio];
  const entradas = [...Object.entries(todos), [folio, (copia ?? 0) + 1] as const].slice(-MAXIMO);
  enMemoria = Object.fromEntries(entradas);
  try {
    localStorage.setItem(LLAVE, JSON.stringify(enMemoria));
  } catch {
    // Blocked storage: known as long as the page lasts.
  }
}

let enMemoria: Impresos = {};

function leer(): Impresos {
  try {
    const guardado: unknown = JSON.parse(localStorage.getItem(LLAVE) ?? '{}');
    return typeof guardado === 'object' && guardado !== null ? { ...(guardado as Impresos) } : {};
  } catch {
    return { ...enMemoria };
  }
}
