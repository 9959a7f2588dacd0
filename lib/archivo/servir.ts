import { sqlClient } from '@/db';
import { almacen } from './almacen';
import { ArchivoNoEncontradoError } from './errors';

/** Seconds that the browser of whoever was allowed to see it keeps it. What is under an id never changes. */
const GUARDAR_S = 86_400;

/**
 * An image as the answer of a route, which has already checked who may see its document. Only that browser keeps it, nothing
 * in it runs, and it is never taken for anything else. Throws ArchivoNoEncontradoError.
 */
export async function servirArchivo(id: number | null): Promise<Response> {
  const [fila] = await sqlClient()<{ clave: string; tipo: string }[]>`
    select clave, tipo from archivo where id = ${id ?? 0} and usado_en is not null`;
  const bytes = fila && (await almacen().leer(fila.clave));
  if (!bytes) throw new ArchivoNoEncontradoError();
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': fila.tipo,
      'content-length': String(bytes.byteLength),
      'content-disposition': 'inline',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': `private, max-age=${GUARDAR_S}, immutable`,
    },
  });
}
