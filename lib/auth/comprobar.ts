import { sqlClient } from '@/db';
import { ClaveIncorrectaError, PinIncorrectoError, RequiereClaveError } from '@/lib/auth/errors';
import { verifyPassword } from '@/lib/auth/password';
import { auditSecretoFallido, startSecreto } from '@/lib/auth/pin-attempts';
import { verifyPin } from '@/lib/auth/pin-hash';
import type { Context } from '@/lib/context';

/** What concerns one's own keys. Throws RequiereClaveError for a sign-in by PIN. */
export function requireNivelClave(ctx: Context): void {
  if (ctx.actor.nivel !== 'clave') throw new RequiereClaveError();
}

/**
 * Checks a PIN against the hash of whom it should be; `null` when there is nobody, or they have none, or may not use it
 * here: the work, the limits and the answer are the same. Throws PinIncorrectoError, DemasiadosIntentosError.
 */
export async function comprobarPin(
  ctx: Context,
  { idUsuario, pin, hash }: { idUsuario: number; pin: string; hash: string | null },
): Promise<void> {
  const intento = await startSecreto('pin', ctx.ip, idUsuario);
  if (await verifyPin(pin, hash)) return intento.passed();
  await Promise.all([intento.failed(), auditSecretoFallido(ctx, 'sesion.pin_fallido', idUsuario)]);
  throw new PinIncorrectoError();
}

/**
 * Checks the PIN of a person who works here today, for an act that needs them at the counter. Says nothing of their rights.
 * Throws PinIncorrectoError, DemasiadosIntentosError.
 */
export async function comprobarPinDe(ctx: Context, quien: { idUsuario: number; pin: string }): Promise<void> {
  const [fila] = await sqlClient()<{ pin_hash: string | null }[]>`
    select u.pin_hash from usuario u join rol r on r.id = u.id_rol where u.id = ${quien.idUsuario} and u.estado and r.estado`;
  await comprobarPin(ctx, { ...quien, hash: fila?.pin_hash ?? null });
}

/** Checks the caller's own password again, under limits. Throws ClaveIncorrectaError, DemasiadosIntentosError. */
export async function comprobarClave(ctx: Context, password: string): Promise<void> {
  const { idUsuario } = ctx.actor;
  const intento = await startSecreto('clave', ctx.ip, idUsuario);
  const [fila] = await sqlClient()<{ password_hash: string }[]>`
    select password_hash from usuario where id = ${idUsuario}`;
  if (await verifyPassword(password, fila?.password_hash ?? null)) return intento.passed();
  await Promise.all([intento.failed(), auditSecretoFallido(ctx, 'sesion.clave_fallida', idUsuario)]);
  throw new ClaveIncorrectaError();
}
