/** Pure rules of the catalogue, shared by the server and the browser: no zod, no database. */
import { mulDiv } from '@/lib/money';
import { MAXIMO_MILESIMAS, MILESIMAS } from '@/lib/quantity';

/** The units a product is sold in. */
export const UNIDADES = ['unidad', 'kg', 'l', 'm'] as const;
export type Unidad = (typeof UNIDADES)[number];

/** Longest name, code and SKU a product may have, and longest name of its presentations. */
export const MAXIMO_NOMBRE = 200;
export const MAXIMO_CODIGO = 64;
export const MAXIMO_SKU = 40;
export const MAXIMO_PRESENTACION = 40;

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

/**
 * The same article as scanners may read it: a UPC-A also arrives as an EAN-13 with a leading zero, and a UPC-E is a UPC-A
 * without its zeros. The code as it was read comes first.
 */
export function variantesDeCodigo(codigo: string): string[] {
  if (/^\d{12}$/.test(codigo)) return [codigo, `0${codigo}`];
  if (/^0\d{12}$/.test(codigo)) return [codigo, codigo.slice(1)];
  const largo = upcDeCorto(codigo);
  return largo === null ? [codigo] : [codigo, largo, `0${largo}`];
}

/**
 * The UPC-A of a UPC-E of eight digits, or `null` when it is not one: its last digit before the check says where the zeros
 * were (GS1 General Specifications, 5.2.2.4.2), and the check digit is that of the UPC-A.
 */
export function upcDeCorto(codigo: string): string | null {
  const partes = /^([01])(\d)(\d)(\d)(\d)(\d)(\d)(\d)$/.exec(codigo);
  if (!partes) return null;
  const [, s = '', a = '', b = '', c = '', d = '', e = '', f = '', control = ''] = partes;
  const cuerpo = /[012]/.test(f)
    ? `${s}${a}${b}${f}0000${c}${d}${e}`
    : f === '3'
      ? `${s}${a}${b}${c}00000${d}${e}`
      : f === '4'
        ? `${s}${a}${b}${c}${d}00000${e}`
        : `${s}${a}${b}${c}${d}${e}0000${f}`;
  return digitoVerificador(cuerpo) === Number(control) ? cuerpo + control : null;
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

/** How IVA treats a product. Prices include it (Ley 843: 13 %); it is not posted yet (`docs/adr/0007-iva-not-posted-yet.md`). */
export const TRATAMIENTOS = ['GRAVADO', 'EXENTO', 'TASA_CERO'] as const;
export type Tratamiento = (typeof TRATAMIENTOS)[number];

/** What the counter does when there is not enough of a product: refuse, or warn and sell to whoever has the right. */
export const POLITICAS_SOBREVENTA = ['RECHAZAR', 'AVISAR'] as const;
export type PoliticaSobreventa = (typeof POLITICAS_SOBREVENTA)[number];

/** Levels of the tree of categories, the roots counted. The database refuses more. */
export const MAXIMO_NIVELES = 4;

/** What a line sells: the product itself (`idPresentacion` null) or one of its presentations. */
export type Vendido = { idProducto: number; idPresentacion: number | null };

/** The key of a `Vendido` in a map: `12` the product, `12/3` its presentation 3. */
export function llaveVendido({ idProducto, idPresentacion }: Vendido): string {
  return idPresentacion === null ? String(idProducto) : `${idProducto}/${idPresentacion}`;
}

/** The prices that may be in force for what is sold in a branch, in centavos. `null`: there is none of that kind. */
export type PreciosPosibles = { producto: number; presentacion: number | null; sucursal: number | null };

/**
 * The price in force, in centavos: what the branch says for exactly this (product or presentation), else the
 * presentation's own, else the product's. A branch's price of the product does not reach its presentations.
 */
export function precioVigente({ producto, presentacion, sucursal }: PreciosPosibles): number {
  return sucursal ?? presentacion ?? producto;
}

/**
 * How much of the product's stock goes with `cantidad` thousandths of a presentation of `factor` thousandths: two six-packs
 * (2000 × 6000) are 12000. `null` when it is not a whole number of thousandths or is more than a quantity may be.
 */
export function stockDePresentacion(cantidad: number, factor: number): number | null {
  const stock = mulDiv(cantidad, factor, MILESIMAS);
  if (stock > MAXIMO_MILESIMAS || BigInt(cantidad) * BigInt(factor) !== BigInt(stock) * BigInt(MILESIMAS)) return null;
  return stock;
}

/** How many whole presentations fit in `stock` thousandths. */
export function presentacionesQueCaben(stock: number, factor: number): number {
  return Math.max(0, Math.floor(stock / factor));
}

/** What one unit of the product costs inside a presentation, in centavos, half up: to compare with the loose price. */
export function precioPorUnidad(precio: number, factor: number): number {
  return mulDiv(precio, MILESIMAS, factor);
}

/** A category in its place: how deep it is, from zero. */
export type EnArbol<T> = T & { nivel: number };

/**
 * Categories in the order of their tree: each right after its father, brothers in the order they came. What hangs from
 * something that is not here stands at the top.
 */
export function enArbol<T extends { id: number; id_padre: number | null }>(categorias: readonly T[]): EnArbol<T>[] {
  const hay = new Set(categorias.map((c) => c.id));
  const hijas = new Map<number | null, T[]>();
  for (const c of categorias) {
    const padre = c.id_padre !== null && hay.has(c.id_padre) ? c.id_padre : null;
    hijas.set(padre, [...(hijas.get(padre) ?? []), c]);
  }
  const bajar = (padre: number | null, nivel: number): EnArbol<T>[] =>
    (hijas.get(padre) ?? []).flatMap((c) => [
      { ...c, nivel },
      ...(nivel < MAXIMO_NIVELES ? bajar(c.id, nivel + 1) : []),
    ]);
  return bajar(null, 0);
}

/** How a list of products may be ordered; `relevancia` needs a search. */
export const ORDENES = [
  'recientes',
  'relevancia',
  'nombre',
  '-nombre',
  'precio',
  '-precio',
  'stock',
  '-stock',
] as const;
export type Orden = (typeof ORDENES)[number];
