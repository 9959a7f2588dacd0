import { ArchivoIlegibleError } from '../errors';
import { decodificar } from './decodificar';
import { detectarSeparador, type FinDeLinea, finMasUsado, leerCsv, type Registro, SEPARADORES } from './leer-csv';
import { esXlsx, leerXlsx, reconocerXlsx } from './leer-xlsx';

/** A file as it is written, and its rows one by one. */
export type Abierto = {
  lector: AsyncGenerator<Registro>;
  codificacion: string;
  separador: string;
  fin?: FinDeLinea;
};

/** How the file is written, and its rows. Throws ArchivoIlegibleError. */
export function abrirArchivo(bytes: Uint8Array): Abierto {
  if (esXlsx(bytes)) return { lector: leerXlsx(bytes), codificacion: 'Excel', separador: 'columnas' };
  const { texto, codificacion } = decodificar(bytes);
  const separador = detectarSeparador(texto);
  const forma = { codificacion, separador: SEPARADORES[separador], fin: finMasUsado(texto) };
  return { lector: leerCsv(texto, separador), ...forma };
}

/**
 * What can be told of a file without reading its rows, while the person waits: that it is a whole workbook, or a text with more
 * than a header. Throws ArchivoIlegibleError.
 */
export function reconocer(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new ArchivoIlegibleError('El archivo está vacío.');
  if (esXlsx(bytes)) {
    reconocerXlsx(bytes);
    return;
  }
  const conTexto = decodificar(bytes).texto.matchAll(/[^\r\n]*\S[^\r\n]*/g);
  if (conTexto.next().done) throw new ArchivoIlegibleError('El archivo está vacío.');
  if (conTexto.next().done) throw new ArchivoIlegibleError('El archivo solo tiene el encabezado.');
}
