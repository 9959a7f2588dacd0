import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';

type Fila = Record<string, unknown>;

/** The rows of an exported CSV, by the head of each column. */
export async function filasDeCsv(bytes: Uint8Array): Promise<Fila[]> {
  return parse(Buffer.from(bytes), { bom: true, columns: true, delimiter: ';' });
}

/** The rows of an exported workbook, by the head of each column. */
export async function filasDeXlsx(bytes: Uint8Array): Promise<Fila[]> {
  const libro = new ExcelJS.Workbook();
  await libro.xlsx.load(bytes.slice().buffer);
  const [titulos = [], ...filas] = libro.worksheets[0]?.getSheetValues().slice(1) ?? [];
  const celdas = (fila: unknown) => (Array.isArray(fila) ? fila : []);
  const nombres = celdas(titulos).slice(1).map(String);
  return filas.map((fila) => Object.fromEntries(nombres.map((n, i) => [n, celdas(fila)[i + 1] ?? null])));
}
