import { randomBytes } from 'node:crypto';
import type { PublicContext } from '@/lib/auth/public-context';
import { kv } from '@/lib/kv/kv';
import { CODIGO_MS, claves, huellaDeCorreo, PERMISO_MS } from './codigo';
import { type CodigoConfirmadoDto, ConfirmarCodigoInput } from './input';
import { gastarCodigo, type Permiso } from './probar';

/**
 * Trades the mailed code for a permission to choose a password: 256 random bits of which only a hash is kept, good once, for
 * ten minutes, for that mail. Throws CodigoInvalidoError, CodigoAgotadoError, DemasiadosIntentosError, KvCaidoError.
 */
export async function confirmarCodigo(ctx: PublicContext, raw: unknown): Promise<CodigoConfirmadoDto> {
  const { email, code } = ConfirmarCodigoInput.parse(raw);
  const solicitud = await gastarCodigo(ctx, email, code);
  const token = randomBytes(32).toString('base64url');
  const permiso: Permiso = { huella: huellaDeCorreo(email), solicitud };
  await Promise.all([
    kv().set(claves.permiso(token), JSON.stringify(permiso), PERMISO_MS),
    // The request lives as long as what it earned; asking for another code still ends both.
    kv().set(claves.solicitud(permiso.huella), solicitud, CODIGO_MS),
  ]);
  return { message: 'Código correcto. Elija una contraseña nueva.', reset_token: token };
}
