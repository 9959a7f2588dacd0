import { sqlClient } from '@/db';
import { type Tx, withTransaction } from '@/db/transaction';
import { emitAudit } from '@/lib/audit';
import { comprobarClave, comprobarPin } from '@/lib/auth/comprobar';
import { SinDatos } from '@/lib/auth/input';
import { DesbloquearInput } from '@/lib/auth/pin-input';
import { olvidarPrincipal } from '@/lib/auth/principal';
import type { Context } from '@/lib/context';

type Mensaje = { message: string };

/** Locks the screen of this sign-in: until it is unlocked nothing of the shop is answered to it. Twice is once. */
export async function bloquear(ctx: Context, raw: unknown = {}): Promise<Mensaje> {
  SinDatos.parse(raw);
  await marcar(
    ctx,
    'sesion.bloquear',
    (tx, sid) => tx.sql`
    update sesion_acceso set bloqueada_en = ${ctx.ahora.toISOString()}::timestamptz
    where sid = ${sid}::uuid and bloqueada_en is null and revocada_en is null returning 1`,
  );
  return { message: 'Pantalla bloqueada.' };
}

/**
 * Unlocks the screen for the person who locked it, by their PIN or their password.
 * Throws PinIncorrectoError, ClaveIncorrectaError, DemasiadosIntentosError.
 */
export async function desbloquear(ctx: Context, raw: unknown): Promise<Mensaje> {
  const { pin, password } = DesbloquearInput.parse(raw);
  const { idUsuario } = ctx.actor;
  if (pin !== undefined) await comprobarPin(ctx, { idUsuario, pin, hash: await hashPropio(idUsuario) });
  if (password !== undefined) await comprobarClave(ctx, password);
  await marcar(
    ctx,
    'sesion.desbloquear',
    (tx, sid) => tx.sql`
    update sesion_acceso set bloqueada_en = null
    where sid = ${sid}::uuid and bloqueada_en is not null and revocada_en is null returning 1`,
  );
  return { message: 'Pantalla desbloqueada.' };
}

async function hashPropio(idUsuario: number): Promise<string | null> {
  const [fila] = await sqlClient()<{ pin_hash: string | null }[]>`select pin_hash from usuario where id = ${idUsuario}`;
  return fila?.pin_hash ?? null;
}

async function marcar(
  ctx: Context,
  accion: string,
  update: (tx: Tx, sid: string) => PromiseLike<{ length: number }>,
): Promise<void> {
  const { sid } = ctx;
  if (!sid) return;
  await withTransaction(ctx, async (tx) => {
    if ((await update(tx, sid)).length === 0) return;
    await emitAudit(tx, ctx, { accion, entidad: 'sesion_acceso', idEntidad: sid });
    tx.afterCommit(() => olvidarPrincipal(sid));
  });
}
