import { ApiError, SinRespuestaError } from '@/lib/api-client';
import { contadorDeCsv, lineasDeXlsx } from './filas-de-archivo';

/** As what a list is downloaded. */
export type Formato = 'csv' | 'xlsx';

const entero = new Intl.NumberFormat('de-DE');

/**
 * Takes a list as a file from the server as it comes, telling how far it is, and gives it to the browser to keep. Returns the
 * rows of data. Throws ApiError, SinRespuestaError; an abort passes through as it is.
 */
export async function descargar(
  ruta: string,
  formato: Formato,
  avance: (frase: string) => void,
  signal: AbortSignal,
): Promise<number> {
  const respuesta = await fetch(ruta, { signal, cache: 'no-store' }).catch((error: unknown) => {
    if (signal.aborted) throw error;
    throw new SinRespuestaError();
  });
  if (!respuesta.ok || !respuesta.body) throw await rechazoDe(respuesta);
  const partes: Uint8Array<ArrayBuffer>[] = [];
  const contar = contadorDeCsv();
  const lector = respuesta.body.getReader();
  let lineas = 0;
  let bytes = 0;
  for (;;) {
    const { done, value } = await lector.read();
    if (done) break;
    partes.push(value);
    bytes += value.length;
    if (formato === 'csv') lineas = contar(value);
    avance(
      formato === 'csv'
        ? `${entero.format(Math.max(0, lineas - 1))} filas…`
        : `${entero.format(Math.ceil(bytes / 1024))} kB…`,
    );
  }
  const tipo = respuesta.headers.get('content-type') ?? '';
  const archivo = new Blob(partes, { type: tipo });
  if (formato === 'xlsx') lineas = await lineasDeXlsx(new Uint8Array(await archivo.arrayBuffer()));
  const nombre = /filename="([\w.-]+)"/.exec(respuesta.headers.get('content-disposition') ?? '')?.[1];
  guardar(archivo, nombre ?? `lista.${formato}`);
  return Math.max(0, lineas - 1);
}

async function rechazoDe(respuesta: Response): Promise<Error> {
  const sobre: unknown = await respuesta.json().catch(() => null);
  if (typeof sobre !== 'object' || sobre === null || !('code' in sobre)) return new SinRespuestaError();
  const { code, message } = sobre as { code: string; message: string | string[] };
  return new ApiError(respuesta.status, code, Array.isArray(message) ? message.join(' ') : message, {});
}

function guardar(archivo: Blob, nombre: string): void {
  const url = URL.createObjectURL(archivo);
  const enlace = Object.assign(document.createElement('a'), { href: url, download: nombre });
  enlace.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
