import { type Columna, streamCsv } from '@/lib/action/stream-list';
import { streamXlsx } from '@/lib/action/stream-xlsx';
import { puede, requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { listarProductos } from './queries';
import { ExportarProductosQuery, type ProductoDto } from './schemas';

/** The names that an import reads, so that what was exported can be corrected in a spreadsheet and come back. */
const COLUMNAS: readonly Columna<ProductoDto>[] = [
  ['codigo_barras', (p) => p.codigo_barras],
  ['sku', (p) => p.sku],
  ['nombre', (p) => p.nombre],
  ['categoria', (p) => p.categoria.nombre],
  ['unidad', (p) => p.unidad],
  ['precio_venta', (p) => p.precio_venta],
  ['stock_actual', (p) => p.stock_actual],
  ['stock_minimo', (p) => p.stock_minimo],
  ['favorito', (p) => (p.favorito ? 'si' : 'no')],
];

const DE_COSTO: readonly Columna<ProductoDto>[] = [
  ['costo_compra', (p) => p.costo_compra],
  ['costo_promedio', (p) => p.costo_promedio],
];

/**
 * All that the list shows with a filter, as a CSV or an Excel file, page by page. Costs only for whoever may see them. What
 * looks like a formula is only text. Throws PermisoError.
 */
export async function exportarProductos(ctx: Context, raw: unknown): Promise<Response> {
  requirePermiso(ctx, 'producto:ver');
  const { formato, ...q } = ExportarProductosQuery.parse(raw);
  const columnas = puede(ctx, 'producto:ver_costo') ? [...COLUMNAS, ...DE_COSTO] : COLUMNAS;
  const de = { list: listarProductos, columnas, nombre: 'productos' };
  return formato === 'csv' ? streamCsv(ctx, q, de) : streamXlsx(ctx, q, de);
}
