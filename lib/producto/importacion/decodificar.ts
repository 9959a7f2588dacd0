import { isUtf8 } from 'node:buffer';
import { ArchivoIlegibleError } from '../errors';

/** How the file's text was written. */
export type Codificacion = 'UTF-8' | 'UTF-16' | 'Windows-1252';

const SALTO = 0x0a;

/**
 * The text of a file, without its byte order mark. UTF-8 when it is, or when most of its accented lines are (the others
 * keep U+FFFD, and their rows will be refused one by one); else Windows-1252, which is what old Excel writes.
 * Throws ArchivoIlegibleError for what is not text: a PDF, an image. (A workbook is read by `leer-xlsx.ts`.)
 */
export function decodificar(bytes: Uint8Array): { texto: string; codificacion: Codificacion } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { texto: leer(bytes, 'utf-16le'), codificacion: 'UTF-16' };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { texto: leer(bytes, 'utf-16be'), codificacion: 'UTF-16' };
  if (bytes.subarray(0, 8192).includes(0))
    throw new ArchivoIlegibleError('El archivo no es de texto. Se espera un CSV.');
  const utf8 = isUtf8(bytes) || mayoriaUtf8(bytes);
  return utf8
    ? { texto: leer(bytes, 'utf-8'), codificacion: 'UTF-8' }
    : { texto: leerWindows1252(bytes), codificacion: 'Windows-1252' };
}

/** What Windows puts in 80–9F; the five empty places stay as they are. */
const ALTOS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Written out, because Node 20's own decoder of that name reads Latin-1. */
function leerWindows1252(bytes: Uint8Array): string {
  const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return latin1.replace(/[\u0080-\u009f]/g, (letra) => ALTOS[letra.charCodeAt(0) - 0x80] ?? letra);
}

function leer(bytes: Uint8Array, nombre: string): string {
  return new TextDecoder(nombre).decode(bytes);
}

/** Whether more of the lines with accents are good UTF-8 than not: one pasted row must not spoil the whole file. */
function mayoriaUtf8(bytes: Uint8Array): boolean {
  let balance = 0;
  for (let desde = 0; desde < bytes.length; ) {
    const fin = bytes.indexOf(SALTO, desde);
    const linea = bytes.subarray(desde, fin < 0 ? bytes.length : fin);
    if (linea.some((b) => b > 0x7f)) balance += isUtf8(linea) ? 1 : -1;
    desde = fin < 0 ? bytes.length : fin + 1;
  }
  return balance > 0;
}
