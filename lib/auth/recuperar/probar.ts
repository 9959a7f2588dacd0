import type { PublicContext } from '@/lib/auth/public-context';
import { kv } from '@/lib/kv/kv';
import {
  CODIGO_MS,
  claves,
  esElCodigo,
  huellaDeCodigo,
  huellaDeCorreo,
  INTENTOS_POR_CODIGO,
  PERMISO_MS,
} from './codigo';
import { CodigoAgotadoError, CodigoInvalidoError, PermisoVencidoError } from './errors';
import { startPrueba } from './limites';

/** A count lives longer than what it counts: nothing gets its tries back by waiting. */
const CUENTA_MS = 2 * CODIGO_MS;

/**
 * Uses up the code of a mail: of five tries, the first right one. A mail that is nobody's, or asked for nothing, costs the
 * same questions to the store and gets the same answers. Returns the request.
 * Throws CodigoInvalidoError, CodigoAgotadoError, DemasiadosIntentosError.
 */
export async function gastarCodigo(ctx: PublicContext, email: string, codigo: string): Promise<string> {
  const prueba = await startPrueba(ctx);
  const huella = huellaDeCorreo(email);
  const solicitud = (await kv().get(claves.solicitud(huella))) ?? `ninguna.${huella}`;
  const [{ n }, guardada] = await Promise.all([
    kv().incr(claves.intentos(solicitud), CUENTA_MS),
    kv().get(claves.codigo(solicitud)),
  ]);
  const correcto = esElCodigo(solicitud, codigo, guardada);
  if (n > INTENTOS_POR_CODIGO || !correcto) {
    await prueba.failed();
    throw n > INTENTOS_POR_CODIGO ? new CodigoAgotadoError() : new CodigoInvalidoError();
  }
  const uso = await kv().incr(claves.uso('codigo', solicitud), CUENTA_MS);
  if (uso.n > 1) throw new CodigoInvalidoError();
  await kv().delete(claves.codigo(solicitud));
  return solicitud;
}

/** Makes a code that was used up good again, for what it was meant to prove was not done. Its tries go on counting. */
export async function devolverCodigo(solicitud: string, codigo: string): Promise<void> {
  await kv().set(claves.codigo(solicitud), huellaDeCodigo(solicitud, codigo), PERMISO_MS);
  await kv().delete(claves.uso('codigo', solicitud));
}

/** What a permission says of itself in the store. */
export type Permiso = { huella: string; solicitud: string };

/**
 * Uses up the permission that a code earned, if it is of this mail and of its last request. Of many at once one gets it.
 * Returns the request.
 * Throws PermisoVencidoError, DemasiadosIntentosError.
 */
export async function gastarPermiso(ctx: PublicContext, email: string, token: string): Promise<string> {
  const prueba = await startPrueba(ctx);
  const huella = huellaDeCorreo(email);
  const [guardado, solicitud] = await Promise.all([
    kv().get(claves.permiso(token)),
    kv().get(claves.solicitud(huella)),
  ]);
  const permiso = guardado === null ? null : (JSON.parse(guardado) as Permiso);
  if (!permiso || permiso.huella !== huella || permiso.solicitud !== solicitud) {
    await prueba.failed();
    throw new PermisoVencidoError();
  }
  const uso = await kv().incr(claves.uso('permiso', permiso.solicitud), CUENTA_MS);
  if (uso.n > 1) throw new PermisoVencidoError();
  return permiso.solicitud;
}

/** Makes a permission that was used up good again, as long as it lives. */
export async function devolverPermiso(solicitud: string): Promise<void> {
  await kv().delete(claves.uso('permiso', solicitud));
}
