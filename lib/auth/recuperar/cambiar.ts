import { type Tx, withTransaction } from '@/db/transaction';
import { emitAudit } from '@/lib/audit';
import { olvidarFallos } from '@/lib/auth/failed-attempts';
import { hashPassword } from '@/lib/auth/password';
import { faltaDePersona } from '@/lib/auth/password-rules';
import type { PublicContext } from '@/lib/auth/public-context';
import { revocarSesionesDe } from '@/lib/auth/revocar';
import { systemContext } from '@/lib/auth/system-context';
import { ValidacionError } from '@/lib/errors';
import { kv } from '@/lib/kv/kv';
import { enviarCorreo } from '@/lib/mail/enviar-correo';
import { vencerCodigos } from '@/lib/mail/vencer';
import { claves, huellaDeCorreo } from './codigo';
import { PermisoVencidoError, SinPruebaError } from './errors';
import { CambiarConCodigoInput, type MensajeDto, NuevaClaveInput } from './input';
import { devolverCodigo, devolverPermiso, gastarCodigo, gastarPermiso } from './probar';

/**
 * Changes a forgotten password on the proof that a mailed code gives, which is used up if, and only if, it changes.
 * Every sign-in of the person ends, their failures are forgotten, and they are told by mail. A password that is no good is
 * refused before the proof is looked at, and whether or not the mail exists.
 * Throws SinPruebaError, CodigoInvalidoError, CodigoAgotadoError, PermisoVencidoError, DemasiadosIntentosError, KvCaidoError.
 */
export async function cambiarConCodigo(ctx: PublicContext, raw: unknown): Promise<MensajeDto> {
  const { email, newPassword, reset_token, code } = CambiarConCodigoInput.parse(raw);
  if (!reset_token && !code) throw new SinPruebaError();
  NuevaClaveInput.parse({ newPassword });
  const deCorreo = faltaDePersona(newPassword, { email });
  if (deCorreo) throw claveMala(deCorreo);
  const devolver = await gastarPrueba(ctx, email, { reset_token, code });
  try {
    const hash = await hashPassword(newPassword);
    await withTransaction({}, (tx) => ponerClave(tx, ctx, { email, newPassword, hash }));
  } catch (error) {
    // Nothing changed: what proved it may be tried again.
    await devolver();
    throw error;
  }
  await Promise.all([olvidarFallos(ctx, email), kv().delete(claves.solicitud(huellaDeCorreo(email)))]);
  return { message: 'La contraseña cambió. Ingrese con la nueva.' };
}

type Prueba = { reset_token?: string | undefined; code?: string | undefined };

/** Uses up what was brought; the answer undoes that. */
async function gastarPrueba(ctx: PublicContext, email: string, prueba: Prueba): Promise<() => Promise<void>> {
  const { reset_token, code = '' } = prueba;
  if (reset_token) {
    const solicitud = await gastarPermiso(ctx, email, reset_token);
    return () => devolverPermiso(solicitud);
  }
  const solicitud = await gastarCodigo(ctx, email, code);
  return () => devolverCodigo(solicitud, code);
}

const claveMala = (frase: string) => new ValidacionError(frase, { newPassword: frase });

type Persona = { id: number; name: string; email: string; id_sucursal: number; nombres: string[] };

type Cambio = { email: string; newPassword: string; hash: string };

async function ponerClave(tx: Tx, publico: PublicContext, { email, newPassword, hash }: Cambio): Promise<void> {
  const { ahora, ip, dispositivo, requestId } = publico;
  const [persona] = await tx.sql<Persona[]>`
    update usuario u set password_hash = ${hash}, clave_cambiada_en = ${ahora.toISOString()}::timestamptz,
      debe_cambiar_clave = false, updated_at = ${ahora.toISOString()}::timestamptz, id_user_update = u.id
    from rol r, persona p where r.id = u.id_rol and p.id = u.id_persona and lower(u.email) = ${email} and u.estado and r.estado
    returning u.id, u.name, u.email, u.id_sucursal, array[u.name, p.nombres, p.p_apellido, p.s_apellido] as nombres`;
  // Deactivated after the code was mailed.
  if (!persona) throw new PermisoVencidoError();
  const deNombre = faltaDePersona(newPassword, persona);
  if (deNombre) throw claveMala(deNombre);
  const actor = { idUsuario: persona.id, nombre: persona.name };
  const ctx = { ...systemContext({ ahora, idSucursal: persona.id_sucursal, actor }), ip, dispositivo, requestId };
  await revocarSesionesDe(tx, ctx, persona.id, 'usuario.cerrar_ingresos');
  await vencerCodigos(tx, persona.id);
  await emitAudit(tx, ctx, { accion: 'usuario.recuperar_clave', entidad: 'usuario', idEntidad: persona.id });
  await enviarCorreo(tx, ctx, {
    plantilla: 'clave_cambiada',
    para: persona.email,
    idUsuario: persona.id,
    datos: { nombre: persona.name, cuando: ahora, dispositivo },
  });
}
