import type { Tx } from '@/db/transaction';
import { emitAudit } from '@/lib/audit';
import { olvidarPrincipal } from '@/lib/auth/principal';
import type { Context } from '@/lib/context';

/**
 * Ends a sign-in: its cookie, its access tokens and its whole family of refresh tokens stop working, here at once and in
 * other processes within 15 s. Leaves it in the trail once; ending it again does nothing.
 */
export async function revocarSesion(tx: Tx, ctx: Context, sid: string, accion: string): Promise<void> {
  const revocadas = await tx.sql`
    update sesion_acceso set revocada_en = ${ctx.ahora.toISOString()}::timestamptz
    where sid = ${sid}::uuid and revocada_en is null returning 1`;
  if (revocadas.length === 0) return;
  await emitAudit(tx, ctx, { accion, entidad: 'sesion_acceso', idEntidad: sid });
  tx.afterCommit(() => olvidarPrincipal(sid));
}
