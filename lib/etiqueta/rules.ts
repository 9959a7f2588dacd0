/** Pure rules of labels, shared by the server and the browser: no zod, no database. */
import { digitoVerificador } from '@/lib/producto/rules';

/** A size of label on its paper, in millimetres. A roll has one label after another; a sheet, rows and columns of them. */
export type Formato = {
  nombre: string;
  clase: 'gondola' | 'producto';
  papel: 'hoja' | 'rollo';
  ancho: number;
  alto: number;
  columnas: number;
  filas: number;
  margenX: number;
  margenY: number;
  /** Between one column and the next. */
  calle: number;
};

const rollo = { papel: 'rollo', columnas: 1, filas: 1, margenX: 0, margenY: 0, calle: 0 } as const;
const hoja = { papel: 'hoja', calle: 0 } as const;

/** The labels that shops buy: A4 sheets of 24 and 65, and rolls of 50 and 80 mm. */
export const FORMATOS = {
  'hoja-24': {
    ...hoja,
    nombre: 'A4, 24 de góndola (70 × 37 mm)',
    clase: 'gondola',
    ancho: 70,
    alto: 37,
    columnas: 3,
    filas: 8,
    margenX: 0,
    margenY: 0.5,
  },
  'hoja-65': {
    ...hoja,
    nombre: 'A4, 65 de producto (38 × 21 mm)',
    clase: 'producto',
    ancho: 38.1,
    alto: 21.2,
    columnas: 5,
    filas: 13,
    margenX: 4.75,
    margenY: 10.7,
    calle: 2.5,
  },
  'rollo-80': { ...rollo, nombre: 'Rollo, góndola (80 × 40 mm)', clase: 'gondola', ancho: 80, alto: 40 },
  'rollo-50': { ...rollo, nombre: 'Rollo, producto (50 × 25 mm)', clase: 'producto', ancho: 50, alto: 25 },
} as const satisfies Record<string, Formato>;
export type NombreFormato = keyof typeof FORMATOS;

/** Labels printed at once, and copies of each. */
export const MAXIMO_ETIQUETAS = 500;
export const MAXIMO_COPIAS = 100;

/** Where labels fall: the pages of a format, each with its places; `null` is a place left empty. `desde`: the first one used, from 0. */
export function enPaginas<T>(etiquetas: readonly T[], formato: Formato, desde = 0): (T | null)[][] {
  const caben = formato.columnas * formato.filas;
  const lugares: (T | null)[] = [...Array.from({ length: desde % caben }, () => null), ...etiquetas];
  const paginas: (T | null)[][] = [];
  for (let i = 0; i < lugares.length; i += caben) paginas.push(lugares.slice(i, i + caben));
  return paginas;
}

/** Prefixes that GS1 leaves to each shop, the last first: scales print theirs from 20 on. */
const PREFIJOS = Array.from({ length: 10 }, (_, i) => String(29 - i));

/** The prefixes of the shop that no scale prints, in the order in which they are used. `formatos`: as `20AAAAAPPPPPC`. */
export function prefijosLibres(formatos: readonly string[]): string[] {
  const deBalanza = new Set(formatos.map((f) => f.slice(0, 2)));
  return PREFIJOS.filter((p) => !deBalanza.has(p));
}

/** The EAN-13 of the shop's own for a product or one of its presentations: prefix, which of the two, its id, check digit. */
export function codigoInterno(prefijo: string, de: 'producto' | 'presentacion', id: number): string {
  const cuerpo = `${prefijo}${de === 'producto' ? 0 : 1}${String(id).padStart(9, '0')}`;
  return `${cuerpo}${digitoVerificador(cuerpo)}`;
}
