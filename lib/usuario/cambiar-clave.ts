import { sqlClient } from '@/db';
import { type Tx, withTransaction } from '@/db/transaction';
import { emitAudit } from '@/lib/audit';
import { comprobarClave, requireNivelClave } from '@/lib/auth/comprobar';
import { ClaveIncorrectaError } from '@/lib/auth/errors';
import { hashPassword } from '@/lib/auth/password';
import { faltaDePersona } from '@/lib/auth/password-rules';
import { requirePermiso } from '@/lib/auth/permisos';
import { olvidarPrincipal } from '@/lib/auth/principal';
import { revocarSesionesDe } from '@/lib/auth/revocar';
import type { Context } from '@/lib/context';
import { NoEncontradoError, ValidacionError } from '@/lib/errors';
import { avisarClaveCambiada } from './avisar';
import { ClaveActualError, ClaveIgualError } from './errors';
import { lockUsuario } from './lock';
import { readUsuario } from './read';
import { CambiarClaveInput, type MensajeDto, type UsuarioDto } from './schemas';

/**
 * One's own password, with the present one: the other sign-ins end and this one goes on. Or, with `email`, that of somebody
 * whom the actor may edit: it lasts for one entry and ends all of theirs. Both are told by mail.
 * Throws ClaveActualError, ClaveIgualError, RequiereClaveError, DemasiadosIntentosError, ValidacionError, and of another:
 * PermisoError, NoEncontradoError, OtraSucursalError, MasDerechosError.
 */
export async function cambiarClave(ctx: Context, raw: unknown): Promise<MensajeDto> {
  const { email, currentPassword, newPassword } = CambiarClaveInput.parse(raw);
  requireNivelClave(ctx);
  if (email !== undefined && email !== ctx.actor.email.toLowerCase()) {
    requirePermiso(ctx, 'usuario:editar');
    await ponerA(ctx, await idDe(email), newPassword, { propia: false });
    return { message: 'La contraseña cambió. Al ingresar se le pedirá una propia.' };
  }
  await requireActual(ctx, currentPassword, newPassword);
  await ponerA(ctx, ctx.actor.idUsuario, newPassword, { propia: true });
  return { message: 'Su contraseña cambió. Los otros ingresos se cerraron.' };
}

async function requireActual(ctx: Context, actual: string | undefined, nueva: string): Promise<void> {
  if (!actual) {
    const campos = { currentPassword: 'Falta la contraseña actual.' };
    throw new ValidacionError('Falta la contraseña actual.', campos);
  }
  try {
    await comprobarClave(ctx, actual);
  } catch (error) {
    throw error instanceof ClaveIncorrectaError ? new ClaveActualError() : error;
  }
  if (actual === nueva) throw new ClaveIgualError();
}

async function idDe(email: string): Promise<number> {
  const [fila] = await sqlClient()<{ id: number }[]>`select id from usuario where lower(email) = ${email}`;
  if (!fila) throw new NoEncontradoError('La persona no existe.');
  return fila.id;
}

async function ponerA(ctx: Context, id: number, nueva: string, { propia }: { propia: boolean }): Promise<void> {
  const hash = await hashPassword(nueva);
  await withTransaction(ctx, async (tx) => {
    await lockUsuario(tx, ctx, id);
    const dto = await readUsuario(id, tx.db);
    if (!dto) throw new NoEncontradoError('La persona no existe.');
    requireNoSuya(nueva, dto);
    await escribir(tx, ctx, id, hash, propia);
    const en = { ...ctx, idSucursal: dto.id_sucursal };
    await emitAudit(tx, en, {
      accion: 'usuario.cambiar_clave',
      entidad: 'usuario',
      idEntidad: id,
      despues: { propia },
    });
    await revocarSesionesDe(tx, en, id, 'usuario.cerrar_ingresos', propia ? (ctx.sid ?? null) : null);
    await avisarClaveCambiada(tx, en, dto);
    tx.afterCommit(() => olvidarPrincipal());
  });
}

function requireNoSuya(nueva: string, { email, name, persona: p }: UsuarioDto): void {
  const falta = faltaDePersona(nueva, { email, nombres: [name, p.nombres, p.p_apellido, p.s_apellido] });
  if (falta) throw new ValidacionError(falta, { newPassword: falta });
}

async function escribir(tx: Tx, ctx: Context, id: number, hash: string, propia: boolean): Promise<void> {
  const ahora = ctx.ahora.toISOString();
  await tx.sql`
    update usuario set password_hash = ${hash}, debe_cambiar_clave = ${!propia},
      clave_cambiada_en = ${ahora}::timestamptz, id_user_update = ${ctx.actor.idUsuario}, updated_at = ${ahora}::timestamptz
    where id = ${id}`;
}
