import { Readable } from 'node:stream';
import { parse } from 'csv-parse';

/** The signs that may separate columns. */
export const SEPARADORES = { ',': 'coma', ';': 'punto y coma', '\t': 'tabulador' } as const;
export type Separador = keyof typeof SEPARADORES;

/** How a line ends: Windows, Unix, an old Mac. */
export type FinDeLinea = 'crlf' | 'lf' | 'cr';

/**
 * One record: the line where it starts, and how many lines it takes. `sinCerrar`: a quote swallowed it to the end. `fin`: how
 * it ends; nothing in a workbook, or at the end of the file.
 */
export type Registro = { linea: number; lineas: number; celdas: string[]; sinCerrar?: true; fin?: FinDeLinea };

const TROZO = 65_536;

/** The separator of a file: the one that appears most, outside quotes, in its first line with text. */
export function detectarSeparador(texto: string): Separador {
  const pedido = /^\s*sep=([,;\t])\r?\n/i.exec(texto)?.[1];
  if (pedido) return pedido as Separador;
  const primera = /[^\r\n]+/.exec(texto)?.[0] ?? '';
  const fuera = primera.replace(/"(?:[^"]|"")*"/g, '');
  const veces = (s: string) => fuera.split(s).length - 1;
  const candidatos = Object.keys(SEPARADORES) as Separador[];
  return candidatos.reduce((mejor, s) => (veces(s) > veces(mejor) ? s : mejor), ',');
}

/**
 * The records of a CSV text, one by one, the header first. Empty lines are skipped; CRLF and LF are read; a quote inside
 * an unquoted cell is only a sign. Never throws on a bad file: a quote left open gives one last `sinCerrar` record.
 */
export async function* leerCsv(texto: string, separador: Separador): AsyncGenerator<Registro> {
  const sinSep = texto.replace(/^\s*sep=[,;\t]\r?\n/i, '\n');
  const conWindows = sinSep.includes('\r\n');
  let sinCerrar = false;
  let siguiente = 1;
  const parser = parse({
    delimiter: separador,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    info: true,
    raw: true,
    skip_records_with_error: true,
    on_skip: () => {
      sinCerrar = true;
      return undefined;
    },
  });
  const trozos = Array.from({ length: Math.ceil(sinSep.length / TROZO) }, (_, i) =>
    sinSep.slice(i * TROZO, (i + 1) * TROZO),
  );
  for await (const { record, info, raw } of Readable.from(trozos).pipe(parser) as AsyncIterable<Leido>) {
    const saltos = record.reduce((suma, celda) => suma + (celda.match(/\r\n|\n|\r/g)?.length ?? 0), 0);
    siguiente = info.lines + 1;
    yield { linea: info.lines - saltos, lineas: saltos + 1, celdas: record, ...finDe(raw, conWindows) };
  }
  // The only error that the relaxed options leave: the text ended inside quotes.
  if (sinCerrar) yield { linea: siguiente, lineas: 1, celdas: [], sinCerrar: true };
}

type Leido = { record: string[]; raw: string; info: { lines: number } };

/** The parser keeps only the first sign of a Windows ending. */
function finDe(raw: string, conWindows: boolean): { fin?: FinDeLinea } {
  if (raw.endsWith('\r')) return { fin: conWindows ? 'crlf' : 'cr' };
  return raw.endsWith('\n') ? { fin: 'lf' } : {};
}

/** How most lines of a text end. */
export function finMasUsado(texto: string): FinDeLinea {
  const windows = texto.split('\r\n').length - 1;
  const unix = texto.split('\n').length - 1 - windows;
  const mac = texto.split('\r').length - 1 - windows;
  if (mac > Math.max(windows, unix)) return 'cr';
  return windows > unix ? 'crlf' : 'lf';
}
