/** Pure rules of the catalogue, shared by the server and the browser: no zod, no database. */

/** The units a product is sold in. */
export const UNIDADES = ['unidad', 'kg', 'l', 'm'] as const;
export type Unidad = (typeof UNIDADES)[number];

/** Longest name and longest code a product may have. */
export const MAXIMO_NOMBRE = 200;
export const MAXIMO_CODIGO = 64;

/** Text as search compares it: lower case, without accents, single spaces. */
export function normalizarTexto(texto: string): string {
  return texto
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}

/** What `producto.busqueda` holds. Every write of a name or a code must write this too. */
export function busquedaDe(nombre: string, codigo: string | null): string {
  return normalizarTexto(codigo ? `${nombre} ${codigo}` : nombre);
}

/** The words of a search, all of which must be found; at most eight, repeated ones once. */
export function palabrasDe(buscar: string): string[] {
  const palabras = normalizarTexto(buscar).split(' ').filter(Boolean);
  return [...new Set(palabras)].slice(0, 8);
}

/** Whether the code has the shape and the check digit of EAN-13, EAN-8 or UPC-A. */
export function esCodigoGtin(codigo: string): boolean {
  return /^(\d{8}|\d{12}|\d{13})$/.test(codigo) && digitoVerificador(codigo.slice(0, -1)) === Number(codigo.at(-1));
}

/** The last digit of a GTIN, from the digits before it: weights 3 and 1 alternate from the right. */
export function digitoVerificador(digitos: string): number {
  const suma = [...digitos].reverse().reduce((total, d, i) => total + Number(d) * (i % 2 === 0 ? 3 : 1), 0);
  return (10 - (suma % 10)) % 10;
}

/**
 * A remark on a code that may be mistyped, or `null`. Any text is a valid code (Code 128); only what looks like an
 * EAN-13, EAN-8 or UPC-A and does not check is worth a second look.
 */
export function avisoDeCodigo(codigo: string): string | null {
  if (!/^(\d{8}|\d{12}|\d{13})$/.test(codigo) || esCodigoGtin(codigo)) return null;
  return `El último dígito no corresponde: debería ser ${digitoVerificador(codigo.slice(0, -1))}.`;
}

/** The same article as scanners may read it: a UPC-A also arrives as an EAN-13 with a leading zero. */
export function variantesDeCodigo(codigo: string): string[] {
  if (/^\d{12}$/.test(codigo)) return [codigo, `0${codigo}`];
  if (/^0\d{12}$/.test(codigo)) return [codigo, codigo.slice(1)];
  return [codigo];
}

/** How much is left, against the minimum. A product without stock is always `agotado`. */
export type NivelStock = 'agotado' | 'bajo' | 'normal';

/** The level of a stock; quantities in any one unit. At the minimum it is already low. */
export function nivelStock(stock: number, minimo: number): NivelStock {
  if (stock <= 0) return 'agotado';
  return stock <= minimo ? 'bajo' : 'normal';
}

/** What is earned on the price, in percent with one decimal; `null` without a price. Negative when sold under cost. */
export function margenPorcentaje(precioCentavos: number, costoCentavos: number): number | null {
  if (precioCentavos <= 0) return null;
  return Math.round(((precioCentavos - costoCentavos) / precioCentavos) * 1000) / 10;
}
