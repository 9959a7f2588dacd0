import { parseCantidad } from '@/lib/quantity';

/** What the search field says: how many, and of what. */
export type Pedido = { cantidad: number | null; texto: string };

/** Reads `3*`, `3*coca`, `1,35*` or plain text; the quantity in thousandths, `null` when none was given. */
export function leerPedido(entrada: string): Pedido {
  const partes = /^\s*([\d.,]+)\s*\*\s*(.*)$/s.exec(entrada);
  const cantidad = partes?.[1] ? parseCantidad(partes[1]) : null;
  if (cantidad === null || cantidad === 0) return { cantidad: null, texto: entrada.trim() };
  return { cantidad, texto: partes?.[2]?.trim() ?? '' };
}

/** Whether what was typed is a code to look up rather than words: digits alone, as many as the shortest EAN. */
export function pareceCodigo(texto: string): boolean {
  return /^\d{7,}$/.test(texto);
}
