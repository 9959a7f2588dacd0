import { Readable } from 'node:stream';
import ExcelJS from 'exceljs';
import { ArchivoIlegibleError } from '../errors';
import { MAXIMO_COLUMNAS } from '../rules-importacion';
import type { Registro } from './leer-csv';

/** Whether the bytes are a workbook: what Excel saves as XLSX is a ZIP. */
export function esXlsx(bytes: Uint8Array): boolean {
  return [0x50, 0x4b, 0x03, 0x04].every((b, i) => bytes[i] === b);
}

/** Whether a workbook is whole: a ZIP ends with its index, and one cut half way has none. */
export function estaEntero(bytes: Uint8Array): boolean {
  return (
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).lastIndexOf('PK\u0005\u0006', undefined, 'latin1') > 0
  );
}

/**
 * The rows of the first sheet of a workbook, one by one, as the text that a person sees: the header first. A formula is its
 * result; a text that looks like one is only text. Throws ArchivoIlegibleError when it is not a workbook that can be read.
 */
export async function* leerXlsx(bytes: Uint8Array): AsyncGenerator<Registro> {
  const libro = new ExcelJS.stream.xlsx.WorkbookReader(Readable.from([Buffer.from(bytes)]), {
    worksheets: 'emit',
    sharedStrings: 'cache',
    hyperlinks: 'ignore',
    styles: 'cache',
    entries: 'emit',
  });
  try {
    for await (const hoja of libro) {
      for await (const fila of hoja) {
        const valores = Array.isArray(fila.values) ? fila.values.slice(1, MAXIMO_COLUMNAS + 1) : [];
        const celdas = Array.from(valores, textoDe);
        if (celdas.some((c) => c.trim() !== '')) yield { linea: fila.number, lineas: 1, celdas };
      }
      return;
    }
  } catch (error) {
    if (error instanceof ArchivoIlegibleError) throw error;
    throw new ArchivoIlegibleError('El libro de Excel está dañado, o no se puede leer. Se puede guardar como CSV.');
  }
}

/** A cell as text: a figure with a decimal point and without the noise of its binary form, a day as AAAA-MM-DD. */
function textoDe(valor: unknown): string {
  if (valor === null || valor === undefined) return '';
  if (typeof valor === 'string') return valor;
  if (typeof valor === 'number') return String(Number(valor.toPrecision(15)));
  if (typeof valor === 'boolean') return valor ? 'si' : 'no';
  if (valor instanceof Date) return valor.toISOString().slice(0, 10);
  const celda = valor as { result?: unknown; richText?: { text: string }[]; text?: unknown };
  if (celda.richText) return celda.richText.map((t) => t.text).join('');
  if ('result' in celda) return textoDe(celda.result);
  return 'text' in celda ? textoDe(celda.text) : '';
}
