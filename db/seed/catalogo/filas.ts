import { conDigito } from './ean';

/** A product of the sample shop. Amounts are bolivianos, as the verbs take them. */
export type ProductoDeMuestra = Readonly<{
  nombre: string;
  /** EAN-13, or `null` for what is weighed or baked in the shop. */
  codigo: string | null;
  unidad: 'unidad' | 'kg';
  precio: number;
  costo: number;
  /** How often it sells, from 1 (now and then) to 10 (in every other basket). */
  rotacion: number;
  favorito: boolean;
}>;

/** A category with its products. */
export type CategoriaDeMuestra = Readonly<{ nombre: string; productos: readonly ProductoDeMuestra[] }>;

/** `[item, name, price, cost, turnover]`; a last `'favorito'` puts it on the counter's first page. */
type Fila = readonly [item: number, nombre: string, precio: number, costo: number, rotacion: number, 'favorito'?];

/** `[name, price, cost, turnover]` of something without a barcode. */
type FilaSinCodigo = readonly [nombre: string, precio: number, costo: number, rotacion: number, 'favorito'?];

/**
 * The products of one company. Their codes are made up: `empresa` is country prefix and company (7 digits; 777 is
 * Bolivia), the item fills five more and the check digit is computed.
 */
export function deEmpresa(empresa: string, filas: readonly Fila[]): ProductoDeMuestra[] {
  return filas.map(([item, nombre, precio, costo, rotacion, favorito]) => ({
    nombre,
    codigo: conDigito(`${empresa}${String(item).padStart(5, '0')}`),
    unidad: 'unidad',
    precio,
    costo,
    rotacion,
    favorito: favorito === 'favorito',
  }));
}

/** What the shop sells loose, by the kilo or by the piece, without a barcode. */
export function sinCodigo(unidad: 'unidad' | 'kg', filas: readonly FilaSinCodigo[]): ProductoDeMuestra[] {
  return filas.map(([nombre, precio, costo, rotacion, favorito]) => ({
    nombre,
    codigo: null,
    unidad,
    precio,
    costo,
    rotacion,
    favorito: favorito === 'favorito',
  }));
}
