import type ExcelJS from 'exceljs';
import { unzipSync } from 'fflate';
import { ArchivoIlegibleError } from '../errors';
import { MAXIMO_COLUMNAS } from '../rules-importacion';
import type { Registro } from './leer-csv';

/** What a workbook may take once unfolded, in bytes: 50,000 rows of thirty columns fit, and what is made to fill a memory does not. */
const MAXIMO_DESPLEGADO = 96 * 1_048_576;
/** Parts of a sheet that hold no cells. */
const SIN_CELDAS = ['dataValidations', 'conditionalFormatting', 'hyperlinks', 'drawing', 'picture', 'extLst'];

/** Whether the bytes are a workbook: what Excel saves as XLSX is a ZIP. */
export function esXlsx(bytes: Uint8Array): boolean {
  return [0x50, 0x4b, 0x03, 0x04].every((b, i) => bytes[i] === b);
}

/**
 * What can be told of a workbook by the index at its end, without unfolding anything. Throws ArchivoIlegibleError when it has
 * none (it was cut half way) or when it would take too much memory.
 */
export function reconocerXlsx(bytes: Uint8Array): void {
  let desplegado = 0;
  try {
    unzipSync(bytes, {
      filter: ({ originalSize }) => {
        desplegado += originalSize;
        return false;
      },
    });
  } catch {
    throw new ArchivoIlegibleError('El libro de Excel está dañado o incompleto. Se puede guardar como CSV.');
  }
  if (desplegado > MAXIMO_DESPLEGADO) {
    throw new ArchivoIlegibleError(
      'El libro de Excel es demasiado grande. Hay que dividirlo, o guardar como CSV solo la hoja de los productos.',
    );
  }
}

/**
 * The rows of the first sheet of a workbook, one by one, as the text that a person sees: the header first. A formula is its
 * result; a text that looks like one is only text. Throws ArchivoIlegibleError when it is not a workbook that can be read.
 *
 * Read whole: the reader of ExcelJS that goes part by part loses a part now and then, and calls a good book damaged.
 */
export async function* leerXlsx(bytes: Uint8Array): AsyncGenerator<Registro> {
  reconocerXlsx(bytes);
  const hoja = await primeraHoja(bytes);
  for (let linea = 1; linea <= hoja.rowCount; linea++) {
    const valores = hoja.findRow(linea)?.values;
    const celdas = Array.isArray(valores) ? Array.from(valores.slice(1, MAXIMO_COLUMNAS + 1), textoDe) : [];
    if (celdas.some((c) => c.trim() !== '')) yield { linea, lineas: 1, celdas };
  }
}

async function primeraHoja(bytes: Uint8Array): Promise<ExcelJS.Worksheet> {
  // A process that starts does not wait for what it may never read.
  const { default: Excel } = await import('exceljs');
  const libro = new Excel.Workbook();
  try {
    await libro.xlsx.load(new Uint8Array(bytes).buffer, { ignoreNodes: SIN_CELDAS });
  } catch {
    throw new ArchivoIlegibleError('El libro de Excel está dañado, o no se puede leer. Se puede guardar como CSV.');
  }
  const [hoja] = libro.worksheets;
  if (!hoja) throw new ArchivoIlegibleError('El libro de Excel no tiene ninguna hoja de celdas.');
  return hoja;
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
