import { ColumnasError } from '../errors';
import { normalizarTexto } from '../rules';

/** The columns an import understands, by the contract's names. */
export const COLUMNAS = [
  'codigo_barras',
  'nombre',
  'categoria',
  'precio_venta',
  'costo_compra',
  'stock_actual',
  'stock_minimo',
  'unidad',
  'favorito',
] as const;
export type Columna = (typeof COLUMNAS)[number];

const OBLIGATORIAS: readonly Columna[] = ['nombre', 'categoria', 'precio_venta'];

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
 * Understands the first row. The contract's own name wins over an alias, the first alias over the next ones.
 * Throws ColumnasError when a necessary column is missing or one stands twice.
 */
export function leerEncabezado(celdas: readonly string[]): Encabezado {
  const posicion = new Map<Columna, number>();
  const exactas = celdas.map((celda) => COLUMNAS.find((c) => sinSignos(c) === sinSignos(celda)));
  for (const [i, columna] of exactas.entries()) {
    if (!columna) continue;
    if (posicion.has(columna)) throw new ColumnasError(`La columna ${columna} está dos veces.`);
    posicion.set(columna, i);
  }
  for (const [i, celda] of celdas.entries()) {
    const columna = exactas[i] ? undefined : POR_ALIAS.get(sinSignos(celda));
    if (columna && !posicion.has(columna)) posicion.set(columna, i);
  }
  const faltan = OBLIGATORIAS.filter((c) => !posicion.has(c));
  if (faltan.length > 0) {
    throw new ColumnasError(
      `${faltan.length === 1 ? 'Falta la columna' : 'Faltan las columnas'} ${faltan.join(', ')}.`,
    );
  }
  const usadas = new Set(posicion.values());
  return {
    posicion,
    leidas: Object.fromEntries([...posicion].map(([c, i]) => [c, celdas[i]?.trim() ?? ''])),
    ignoradas: celdas
      .filter((celda, i) => !usadas.has(i) && celda.trim() !== '')
      .map((celda) => celda.trim().slice(0, 60)),
    ancho: celdas.length,
  };
}

/** `Precio de venta (Bs)` → `preciodeventa`. */
function sinSignos(celda: string): string {
  return normalizarTexto(celda.replace(/\(.*?\)/g, '')).replace(/[^a-z0-9]/g, '');
}
