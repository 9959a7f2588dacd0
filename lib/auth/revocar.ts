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

/**
 * Ends every sign-in of a person (their password is another, or they no longer work here), but for `salvo`. As each ending
 * here: at once in this process, within 15 s in the others. One line of the trail, if any ended. Returns how many.
 */
export async function revocarSesionesDe(
  tx: Tx,
  ctx: Context,
  idUsuario: number,
  accion: string,
  salvo: string | null = null,
): Promise<number> {
  const revocadas = await tx.sql<{ sid: string }[]>`
    update sesion_acceso set revocada_en = ${ctx.ahora.toISOString()}::timestamptz
    where id_usuario = ${idUsuario} and revocada_en is null and expira_en > ${ctx.ahora.toISOString()}::timestamptz
      and (${salvo}::uuid is null or sid <> ${salvo}::uuid) returning sid`;
  if (revocadas.length === 0) return 0;
  await emitAudit(tx, ctx, {
    accion,
    entidad: 'usuario',
    idEntidad: idUsuario,
    despues: { ingresos_cerrados: revocadas.length },
  });
  tx.afterCommit(() => {
    for (const { sid } of revocadas) olvidarPrincipal(sid);
  });
  return revocadas.length;
}
