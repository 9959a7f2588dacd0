import { ValidacionError } from '@/lib/errors';
import { normalizarTexto } from '../rules';
import { COLUMNAS, type Columna, MAXIMO_COLUMNAS, NOMBRES_DE_COLUMNA, OBLIGATORIAS } from '../rules-importacion';

/** What shops write in their headers, without accents, spaces or signs. */
const ALIAS: Record<Columna, readonly string[]> = {
  codigo_barras: [
    'codigo',
    'codigodebarras',
    'codbarras',
    'codigobarra',
    'codbarra',
    'barras',
    'barcode',
    'ean',
    'ean13',
    'gtin',
    'upc',
  ],
  nombre: ['producto', 'descripcion', 'articulo', 'detalle', 'item', 'nombreproducto', 'nombredelproducto', 'name'],
  categoria: ['rubro', 'familia', 'grupo', 'linea', 'departamento', 'categorias', 'category'],
  precio_venta: ['precio', 'preciodeventa', 'pventa', 'pv', 'pvp', 'preciopublico', 'preciounitario', 'price'],
  costo_compra: [
    'costo',
    'coste',
    'preciocompra',
    'preciodecompra',
    'preciocosto',
    'preciodecosto',
    'pcompra',
    'costounitario',
    'cost',
  ],
  stock_actual: ['stock', 'existencia', 'existencias', 'cantidad', 'saldo', 'inventario'],
  stock_minimo: ['minimo', 'stockmin', 'cantidadminima', 'puntodereorden'],
  unidad: ['unidaddemedida', 'unidadmedida', 'medida', 'um'],
  favorito: ['favoritos', 'destacado'],
  sku: ['referencia', 'codigointerno', 'codinterno', 'ref'],
};

const POR_ALIAS = new Map(COLUMNAS.flatMap((c) => ALIAS[c].map((alias) => [alias, c] as const)));

/** Where each column stands in the file, and what will not be read. */
export type Encabezado = {
  posicion: Map<Columna, number>;
  /** Header as written, by column. */
  leidas: Partial<Record<Columna, string>>;
  ignoradas: string[];
  ancho: number;
};

/**
 * Guesses where each column stands from the first row: the contract's own name wins over an alias, the first over the next
 * ones. What nobody would recognise is not there.
 */
export function adivinarColumnas(celdas: readonly string[]): Map<Columna, number> {
  const posicion = new Map<Columna, number>();
  const exactas = celdas.map((celda) => COLUMNAS.find((c) => sinSignos(c) === sinSignos(celda)));
  for (const [i, columna] of exactas.entries()) {
    if (columna && !posicion.has(columna)) posicion.set(columna, i);
  }
  for (const [i, celda] of celdas.entries()) {
    const columna = exactas[i] ? undefined : POR_ALIAS.get(sinSignos(celda));
    if (columna && !posicion.has(columna)) posicion.set(columna, i);
  }
  return posicion;
}

/** What is missing to read products, as a sentence; `null` when nothing is. */
export function fraseDeFaltantes(posicion: ReadonlyMap<Columna, number>): string | null {
  const faltan = OBLIGATORIAS.filter((c) => !posicion.has(c)).map((c) => NOMBRES_DE_COLUMNA[c].toLowerCase());
  if (faltan.length === 0) return null;
  return `No se sabe qué columna es: ${faltan.join(', ')}.`;
}

/** The header of a file whose columns are known. `celdas` is its first row. */
export function encabezadoDe(celdas: readonly string[], posicion: Map<Columna, number>): Encabezado {
  const usadas = new Set(posicion.values());
  return {
    posicion,
    leidas: Object.fromEntries([...posicion].map(([c, i]) => [c, celdas[i]?.trim().slice(0, 60) ?? ''])),
    ignoradas: celdas
      .filter((celda, i) => !usadas.has(i) && celda.trim() !== '')
      .map((celda) => celda.trim().slice(0, 60)),
    ancho: celdas.length,
  };
}

/**
 * The columns as a person matched them. Throws ValidacionError, by column, when a necessary one is missing, one stands twice,
 * or the file has no such column.
 */
export function columnasElegidas(elegidas: Partial<Record<Columna, number>>, ancho: number): Map<Columna, number> {
  const posicion = new Map(Object.entries(elegidas) as [Columna, number][]);
  const campos: Record<string, string> = {};
  for (const columna of OBLIGATORIAS) {
    if (!posicion.has(columna)) campos[`columnas.${columna}`] = 'Hay que elegir una columna.';
  }
  const vistas = new Map<number, Columna>();
  for (const [columna, i] of posicion) {
    const otra = vistas.get(i);
    if (i >= Math.min(ancho, MAXIMO_COLUMNAS)) campos[`columnas.${columna}`] = 'El archivo no tiene esa columna.';
    else if (otra) campos[`columnas.${columna}`] = `Esa columna ya es ${NOMBRES_DE_COLUMNA[otra].toLowerCase()}.`;
    else vistas.set(i, columna);
  }
  const primera = Object.values(campos)[0];
  if (primera) throw new ValidacionError(primera, campos);
  return posicion;
}

/** `Precio de venta (Bs)` → `preciodeventa`. */
function sinSignos(celda: string): string {
  return normalizarTexto(celda.replace(/\(.*?\)/g, '')).replace(/[^a-z0-9]/g, '');
}
