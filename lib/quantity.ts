/** Quantities are whole thousandths of a unit: 3 pieces = 3000, 1,35 kg = 1350. */

export const MILESIMAS = 1000;
/** Largest quantity in one figure: ten million units. */
export const MAXIMO_MILESIMAS = 10_000_000_000;

const formato = new Intl.NumberFormat('de-DE', { maximumFractionDigits: 3, useGrouping: false });

/** Thousandths as text without trailing zeros, `1350` → `1,35`; ungrouped, because `1.234` is read as 1,234. */
export function formatCantidad(milesimas: number): string {
  return formato.format(milesimas / MILESIMAS).replace('-', '−');
}

/** Reads a quantity typed by a person (`3`, `1,35`, `0.250`), in thousandths; `null` when it is not one. */
export function parseCantidad(texto: string): number | null {
  const partes = /^(\d{1,8})(?:[.,](\d{0,3}))?$/.exec(texto.trim());
  if (!partes) return null;
  const milesimas = Number(partes[1]) * MILESIMAS + Number((partes[2] ?? '').padEnd(3, '0'));
  return milesimas <= MAXIMO_MILESIMAS ? milesimas : null;
}

/** A JSON quantity in thousandths; `null` when it has more than three decimals or is not a finite number. */
export function milesimasDeJson(cantidad: number): number | null {
  const milesimas = Math.round(cantidad * MILESIMAS);
  if (!Number.isSafeInteger(milesimas) || Math.abs(milesimas) > MAXIMO_MILESIMAS) return null;
  return Math.abs(cantidad * MILESIMAS - milesimas) < 1e-6 + Math.abs(cantidad) * 1e-10 ? milesimas : null;
}

/** Thousandths as the JSON number of the contract. */
export function jsonDeMilesimas(milesimas: number): number {
  return milesimas / MILESIMAS;
}
