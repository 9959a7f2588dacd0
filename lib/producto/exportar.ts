import { dinero } from '@/lib/action/csv';
import { archivoDe, exportList, leerPedido, momento } from '@/lib/action/export-list';
import type { Page } from '@/lib/action/page';
import type { Columna } from '@/lib/action/stream-list';
import { requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { leerCategorias, listarCategorias, listarImportaciones, listarProductos } from './queries';
import type { FilaCategoria } from './read';
import { SITUACION_EN_PALABRAS } from './rules-importacion';
import { type CategoriaDto, ExportarProductosQuery, type ProductoDto } from './schemas';

/** The names that an import reads, so that what was exported can be corrected in a spreadsheet and come back. */
const COLUMNAS: readonly Columna<ProductoDto>[] = [
  ['codigo_barras', (p) => p.codigo_barras],
  ['sku', (p) => p.sku],
  ['nombre', (p) => p.nombre],
  ['categoria', (p) => p.categoria.nombre],
  ['unidad', (p) => p.unidad],
  ['precio_venta', (p) => dinero(p.precio_venta)],
  ['stock_actual', (p) => p.stock_actual],
  ['stock_minimo', (p) => p.stock_minimo],
  ['favorito', (p) => (p.favorito ? 'si' : 'no')],
  ['costo_compra', (p) => dinero(p.costo_compra), 'producto:ver_costo'],
  ['costo_promedio', (p) => dinero(p.costo_promedio), 'producto:ver_costo'],
];

/**
 * All that the list shows with a filter, as a CSV or an Excel file, page by page. Costs only for whoever may see them. What
 * looks like a formula is only text. Throws PermisoError.
 */
export async function exportarProductos(ctx: Context, raw: unknown): Promise<Response> {
  requirePermiso(ctx, 'producto:ver');
  const { formato, ...filtro } = ExportarProductosQuery.parse(raw);
  return archivoDe(ctx, formato, filtro, { list: listarProductos, columnas: COLUMNAS, nombre: 'productos' });
}

/** GET /inventario/categorias. */
export async function categoriasExportables(ctx: Context, raw: unknown): Promise<Page<CategoriaDto> | Response> {
  const { formato, query, filtro } = leerPedido(raw);
  if (!formato) return listarCategorias(ctx, query);
  return archivoDe<FilaCategoria>(ctx, formato, filtro, {
    list: leerCategorias,
    nombre: 'categorías',
    columnas: [
      ['Categoría', (c) => c.nombre],
      ['Dentro de', (c) => c.padre],
      ['Productos', (c) => c.total_productos],
      ['Número', (c) => c.id],
    ],
  });
}

/** GET /inventario/importaciones. */
export const importacionesExportables = exportList(listarImportaciones, {
  nombre: 'importaciones',
  columnas: [
    ['Archivo', (i) => i.archivo],
    ['Fecha', (i) => momento(i.created_at)],
    ['Filas', (i) => i.filas],
    ['Con error', (i) => i.filas_malas],
    ['Estado', (i) => SITUACION_EN_PALABRAS[i.situacion]],
    ['Número', (i) => i.id],
  ],
});
