import { BOM, lineaCsv } from '@/lib/action/csv';
import { TIPO_XLSX } from '@/lib/action/stream-xlsx';
import { requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { COLUMNAS } from '../rules-importacion';
import { PlantillaInput } from '../schemas-importacion';

const EJEMPLOS = [
  ['7771234567898', 'Leche PIL entera 1 L', 'Lácteos', 7.5, 6.2, 48, 12, 'unidad', 'si', 'LEC-1L'],
  [null, 'Queso fresco', 'Lácteos', 45, 36.5, 8.25, 2, 'kg', 'no', null],
] as const;

/** A file to fill: the columns that an import reads, and two rows as an example. Throws PermisoError. */
export async function plantillaDeImportacion(ctx: Context, raw: unknown): Promise<Response> {
  requirePermiso(ctx, 'producto:importar');
  const { formato } = PlantillaInput.parse(raw);
  const cuerpo =
    formato === 'csv'
      ? new TextEncoder().encode(BOM + [COLUMNAS, ...EJEMPLOS].map((fila) => lineaCsv([...fila])).join(''))
      : await libro();
  return new Response(new Uint8Array(cuerpo), {
    headers: {
      'content-type': formato === 'csv' ? 'text/csv; charset=utf-8' : TIPO_XLSX,
      'content-disposition': `attachment; filename="plantilla-productos.${formato}"`,
    },
  });
}

/** The same as a workbook: the columns of codes are text, so that a spreadsheet does not eat their digits. */
async function libro(): Promise<ArrayBuffer> {
  const { default: Excel } = await import('exceljs');
  const w = new Excel.Workbook();
  const hoja = w.addWorksheet('Productos', { views: [{ state: 'frozen', ySplit: 1 }] });
  hoja.columns = COLUMNAS.map((c) => ({ header: c, width: c === 'nombre' ? 36 : 16 }));
  hoja.getRow(1).font = { bold: true };
  for (const c of ['codigo_barras', 'sku'] as const) hoja.getColumn(COLUMNAS.indexOf(c) + 1).numFmt = '@';
  for (const fila of EJEMPLOS) hoja.addRow([...fila]);
  return w.xlsx.writeBuffer() as Promise<ArrayBuffer>;
}
