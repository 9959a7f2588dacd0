import { centavosDeJson, jsonDeCentavos } from '@/lib/money';
import type { PoliticaSobreventa, Tratamiento, Unidad } from '@/lib/producto/rules';
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
  sku: string;
  dias: string;
  tratamiento: Tratamiento;
  sobreventa: PoliticaSobreventa;
};

/** A form to fill; what shops repeat from one product to the next may be carried over. */
export function valoresVacios(de: Partial<Valores> = {}): Valores {
  const vacio = { codigo: '', nombre: '', precio: null, costo: null, stock: null, minimo: null, favorito: false };
  const fijos = { sku: '', dias: '', tratamiento: 'GRAVADO', sobreventa: 'RECHAZAR', unidad: 'unidad' } as const;
  return { ...vacio, ...fijos, idCategoria: null, ...de };
}

/** The form of a product that exists. */
export function valoresDe(p: ProductoDto): Valores {
  return {
    codigo: p.codigo_barras ?? '',
    nombre: p.nombre,
    idCategoria: p.categoria.id,
    unidad: p.unidad,
    precio: centavosDeJson(p.precio_base),
    costo: p.costo_compra === null ? null : centavosDeJson(p.costo_compra),
    stock: null,
    minimo: milesimasDeJson(p.stock_minimo_base),
    favorito: p.favorito,
    sku: p.sku ?? '',
    dias: p.dias_cobertura === null ? '' : String(p.dias_cobertura),
    tratamiento: p.tratamiento,
    sobreventa: p.politica_sobreventa,
  };
}

/** The form as the wire has it. An empty figure is not sent: it is zero when creating, and stays when editing. */
export function cuerpoDe(v: Valores, { editando = false } = {}) {
  const precio = v.precio === null ? undefined : jsonDeCentavos(v.precio);
  const minimo = v.minimo === null ? undefined : jsonDeMilesimas(v.minimo);
  return {
    nombre: v.nombre,
    codigo_barras: v.codigo.trim(),
    unidad: v.unidad,
    id_categoria: v.idCategoria ?? undefined,
    // The form holds what everybody charges; a branch's own is in its own place.
    ...(editando ? { precio_base: precio, stock_minimo_base: minimo } : { precio_venta: precio, stock_minimo: minimo }),
    costo_compra: v.costo === null ? undefined : jsonDeCentavos(v.costo),
    sku: v.sku.trim(),
    dias_cobertura: v.dias.trim() === '' ? null : Number(v.dias),
    tratamiento: v.tratamiento,
    politica_sobreventa: v.sobreventa,
    favorito: v.favorito,
  };
}
