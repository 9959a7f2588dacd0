import { centavosDeJson, jsonDeCentavos } from '@/lib/money';
import type { Unidad } from '@/lib/producto/rules';
import type { ProductoDto } from '@/lib/producto/schemas';
import { jsonDeMilesimas, milesimasDeJson } from '@/lib/quantity';

/** What the form of a product holds: centavos and thousandths, `null` while a figure is empty. */
export type Valores = {
  codigo: string;
  nombre: string;
  idCategoria: number | null;
  unidad: Unidad;
  precio: number | null;
  costo: number | null;
  stock: number | null;
  minimo: number | null;
  favorito: boolean;
};

/** A form to fill; what shops repeat from one product to the next may be carried over. */
export function valoresVacios(de: Partial<Valores> = {}): Valores {
  const vacio = { codigo: '', nombre: '', precio: null, costo: null, stock: null, minimo: null, favorito: false };
  return { ...vacio, idCategoria: null, unidad: 'unidad', ...de };
}

/** The form of a product that exists. */
export function valoresDe(p: ProductoDto): Valores {
  return {
    codigo: p.codigo_barras ?? '',
    nombre: p.nombre,
    idCategoria: p.categoria.id,
    unidad: p.unidad,
    precio: centavosDeJson(p.precio_venta),
    costo: p.costo_compra === null ? null : centavosDeJson(p.costo_compra),
    stock: null,
    minimo: milesimasDeJson(p.stock_minimo),
    favorito: p.favorito,
  };
}

/** The form as the wire has it. An empty figure is not sent: it is zero when creating, and stays when editing. */
export function cuerpoDe(v: Valores) {
  return {
    nombre: v.nombre,
    codigo_barras: v.codigo.trim(),
    unidad: v.unidad,
    id_categoria: v.idCategoria ?? undefined,
    precio_venta: v.precio === null ? undefined : jsonDeCentavos(v.precio),
    costo_compra: v.costo === null ? undefined : jsonDeCentavos(v.costo),
    stock_minimo: v.minimo === null ? undefined : jsonDeMilesimas(v.minimo),
    favorito: v.favorito,
  };
}
