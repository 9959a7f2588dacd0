import { PassThrough } from 'node:stream';
import ExcelJS from 'exceljs';
import type { Context } from '@/lib/context';
import type { Page } from './page';
import type { Columna } from './stream-list';

type List<T> = (ctx: Context, raw: Record<string, unknown>) => Promise<Page<T>>;

const LOTE = 500;
/** What a workbook is called on the wire. */
export const TIPO_XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * Everything a list holds as an Excel workbook, written and sent page by page: neither side ever holds the whole list. Texts
 * are text cells, so that one that looks like a formula is never run. The first page is read before answering: a refusal is
 * still a refusal. `nombre` is ours, never a client's.
 */
export async function streamXlsx<T>(
  ctx: Context,
  query: Record<string, unknown>,
  { list, columnas, nombre }: { list: List<T>; columnas: readonly Columna<T>[]; nombre: string },
): Promise<Response> {
  const primera = await list(ctx, { ...query, limite: LOTE });
  const salida = new PassThrough();
  const libro = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: salida, useStyles: true });
  const hoja = libro.addWorksheet(nombre.slice(0, 31), { views: [{ state: 'frozen', ySplit: 1 }] });
  hoja.columns = columnas.map(([titulo]) => ({ header: titulo, width: Math.max(12, titulo.length + 2) }));
  const escribir = async () => {
    let pagina: Page<T> | null = primera;
    while (pagina && !salida.destroyed) {
      for (const fila of pagina.items) hoja.addRow(columnas.map(([, celda]) => celda(fila))).commit();
      const cursor: string | null | undefined = pagina.meta.nextCursor;
      pagina = cursor ? await list(ctx, { ...query, cursor, limite: LOTE }) : null;
    }
    if (salida.destroyed) return;
    hoja.commit();
    await libro.commit();
  };
  escribir().catch((error: unknown) => salida.destroy(error instanceof Error ? error : new Error(String(error))));
  return new Response(leerDe(salida), {
    headers: { 'content-type': TIPO_XLSX, 'content-disposition': `attachment; filename="${nombre}.xlsx"` },
  });
}

/**
 * The stream as the web reads it, held back while the client is slow. Not `Readable.toWeb`: in Node 20 a client that leaves
 * in the middle makes it throw where nobody can catch it.
 */
function leerDe(salida: PassThrough): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>({
    start(control) {
      salida.on('data', (trozo: Uint8Array) => {
        control.enqueue(trozo);
        if ((control.desiredSize ?? 0) <= 0) salida.pause();
      });
      salida.on('end', () => control.close());
      salida.on('error', (error) => control.error(error));
    },
    pull() {
      salida.resume();
    },
    cancel() {
      salida.destroy();
    },
  });
}
