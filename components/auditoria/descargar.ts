import { ApiError, SinRespuestaError } from '@/lib/api-client';

/**
 * Takes a file from the server as it comes, telling how many lines have arrived, and gives it to the browser to keep.
 * Returns the lines of data. Throws ApiError, SinRespuestaError; an abort passes through as it is.
 */
export async function descargarCsv(
  ruta: string,
  avance: (filas: number) => void,
  signal: AbortSignal,
): Promise<number> {
  const respuesta = await fetch(ruta, { signal, cache: 'no-store' }).catch((error: unknown) => {
    if (signal.aborted) throw error;
    throw new SinRespuestaError();
  });
  if (!respuesta.ok || !respuesta.body) throw await rechazoDe(respuesta);
  const partes: BlobPart[] = [];
  let filas = -1;
  const lector = respuesta.body.getReader();
  for (;;) {
    const { done, value } = await lector.read();
    if (done) break;
    partes.push(new Uint8Array(value));
    for (const byte of value) if (byte === 10) filas++;
    avance(Math.max(0, filas));
  }
  const nombre =
    /filename="([\w.-]+)"/.exec(respuesta.headers.get('content-disposition') ?? '')?.[1] ?? 'auditoria.csv';
  guardar(new Blob(partes, { type: 'text/csv' }), nombre);
  return Math.max(0, filas);
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
