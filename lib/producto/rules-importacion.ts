/** Pure rules of an import, shared by the server and the browser: no zod, no database. */

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
  'sku',
] as const;
export type Columna = (typeof COLUMNAS)[number];

/** Without these there is no product. */
export const OBLIGATORIAS: readonly Columna[] = ['nombre', 'categoria', 'precio_venta'];

/** What each column is called on a screen. */
export const NOMBRES_DE_COLUMNA: Readonly<Record<Columna, string>> = {
  codigo_barras: 'Código de barras',
  nombre: 'Nombre',
  categoria: 'Categoría',
  precio_venta: 'Precio de venta',
  costo_compra: 'Costo de compra',
  stock_actual: 'Stock actual',
  stock_minimo: 'Stock mínimo',
  unidad: 'Unidad',
  favorito: 'Favorito',
  sku: 'SKU',
};

/** Columns of a file that a person may choose from; what is further right is not a list of products. */
export const MAXIMO_COLUMNAS = 200;

/** Where an import may be. */
export const SITUACIONES = [
  'LEYENDO',
  'COLUMNAS',
  'ILEGIBLE',
  'REVISADA',
  'EN_COLA',
  'APLICANDO',
  'APLICADA',
  'FALLIDA',
  'DESCARTADA',
  'DESHACIENDO',
  'DESHECHA',
] as const;
export type Situacion = (typeof SITUACIONES)[number];

/** How each is called. */
export const SITUACION_EN_PALABRAS: Readonly<Record<Situacion, string>> = {
  LEYENDO: 'Leyendo',
  COLUMNAS: 'Faltan columnas',
  ILEGIBLE: 'No se pudo leer',
  REVISADA: 'Por confirmar',
  EN_COLA: 'En cola',
  APLICANDO: 'Importando',
  APLICADA: 'Importada',
  FALLIDA: 'No terminó',
  DESHACIENDO: 'Deshaciendo',
  DESHECHA: 'Deshecha',
  DESCARTADA: 'Descartada',
};

/** Whether the worker has it, or will: a screen asks again. */
export function enCamino(situacion: Situacion | undefined): boolean {
  return situacion !== undefined && ['LEYENDO', 'EN_COLA', 'APLICANDO', 'DESHACIENDO'].includes(situacion);
}
