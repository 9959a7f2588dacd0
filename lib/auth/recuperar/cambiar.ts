import { type Tx, withTransaction } from '@/db/transaction';
import { emitAudit } from '@/lib/audit';
import { olvidarFallos } from '@/lib/auth/failed-attempts';
import { hashPassword } from '@/lib/auth/password';
import type { PublicContext } from '@/lib/auth/public-context';
import { revocarSesionesDe } from '@/lib/auth/revocar';
import { systemContext } from '@/lib/auth/system-context';
import { kv } from '@/lib/kv/kv';
import { enviarCorreo } from '@/lib/mail/enviar-correo';
import { claves, huellaDeCorreo } from './codigo';
import { PermisoVencidoError, SinPruebaError } from './errors';
import { CambiarConCodigoInput, type MensajeDto, NuevaClaveInput } from './input';
import { gastarCodigo, gastarPermiso } from './probar';

/**
 * Changes a forgotten password on the proof that a mailed code gives. The proof is used up even if the change then fails.
 * Every sign-in of the person ends, their failures are forgotten, and they are told by mail. A password that is no good is
 * refused before the proof is looked at, and whether or not the mail exists.
 * Throws SinPruebaError, CodigoInvalidoError, CodigoAgotadoError, PermisoVencidoError, DemasiadosIntentosError, KvCaidoError.
 */
export async function cambiarConCodigo(ctx: PublicContext, raw: unknown): Promise<MensajeDto> {
  const { email, newPassword, reset_token, code } = CambiarConCodigoInput.parse(raw);
  if (!reset_token && !code) throw new SinPruebaError();
  NuevaClaveInput.parse({ newPassword });
  if (reset_token) await gastarPermiso(ctx, email, reset_token);
  else await gastarCodigo(ctx, email, code ?? '');
  const hash = await hashPassword(newPassword);
  await withTransaction({}, (tx) => ponerClave(tx, ctx, email, hash));
  await Promise.all([olvidarFallos(ctx, email), kv().delete(claves.solicitud(huellaDeCorreo(email)))]);
  return { message: 'La contraseña cambió. Ingrese con la nueva.' };
}

type Persona = { id: number; name: string; email: string; id_sucursal: number };

async function ponerClave(tx: Tx, publico: PublicContext, email: string, hash: string): Promise<void> {
  const { ahora, ip, dispositivo, requestId } = publico;
  const [persona] = await tx.sql<Persona[]>`
    update usuario u set password_hash = ${hash}, clave_cambiada_en = ${ahora.toISOString()}::timestamptz,
      debe_cambiar_clave = false, updated_at = ${ahora.toISOString()}::timestamptz, id_user_update = u.id
    from rol r where r.id = u.id_rol and lower(u.email) = ${email} and u.estado and r.estado
    returning u.id, u.name, u.email, u.id_sucursal`;
  // Deactivated after the code was mailed.
  if (!persona) throw new PermisoVencidoError();
  const actor = { idUsuario: persona.id, nombre: persona.name };
  const ctx = { ...systemContext({ ahora, idSucursal: persona.id_sucursal, actor }), ip, dispositivo, requestId };
  await revocarSesionesDe(tx, ctx, persona.id, 'usuario.cerrar_ingresos');
  await emitAudit(tx, ctx, { accion: 'usuario.recuperar_clave', entidad: 'usuario', idEntidad: persona.id });
  await enviarCorreo(tx, ctx, {
    plantilla: 'clave_cambiada',
    para: persona.email,
    idUsuario: persona.id,
    datos: { nombre: persona.name, cuando: ahora, dispositivo },
  });
}
