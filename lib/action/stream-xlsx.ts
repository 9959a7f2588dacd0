import { PassThrough } from 'node:stream';
import type ExcelJS from 'exceljs';
import type { Context } from '@/lib/context';
import { relojDeLaPaz } from '@/lib/time';
import type { Celda } from './csv';
import type { Page } from './page';
import type { Columna, List } from './stream-list';

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
  const { default: Excel } = await import('exceljs');
  const salida = new PassThrough();
  const libro = new Excel.stream.xlsx.WorkbookWriter({ stream: salida, useStyles: true });
  const hoja = libro.addWorksheet(nombre.slice(0, 31), { views: [{ state: 'frozen', ySplit: 1 }] });
  hoja.columns = columnas.map(([titulo]) => ({ header: titulo, width: Math.max(17, titulo.length + 2) }));
  const escribir = async () => {
    let pagina: Page<T> | null = primera;
    while (pagina && !salida.destroyed) {
      for (const item of pagina.items)
        escribirFila(
          hoja,
          columnas.map(([, celda]) => celda(item)),
        );
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

/** One row; an instant as a date of La Paz that the spreadsheet can sort and filter, an amount with its two decimals. */
function escribirFila(hoja: ExcelJS.Worksheet, celdas: readonly Celda[]): void {
  const fila = hoja.addRow(celdas.map(valorDe));
  celdas.forEach((celda, i) => {
    if (celda instanceof Date) fila.getCell(i + 1).numFmt = 'dd/mm/yyyy hh:mm';
    else if (typeof celda === 'object' && celda) fila.getCell(i + 1).numFmt = '#,##0.00';
  });
  fila.commit();
}

function valorDe(celda: Celda): string | number | Date | null {
  if (celda instanceof Date) return relojDeLaPaz(celda);
  return typeof celda === 'object' && celda ? celda.bs : celda;
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
