import { withTransaction } from '@/db/transaction';
import { emitAudit } from '@/lib/audit';
import { requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { PreferirCierreInput } from './schemas';

/**
 * Whether the actor wants a mail of each close of a caja. Its figures need the right to see what a drawer should hold.
 * Throws PermisoError.
 */
export async function preferirCierre(ctx: Context, raw: unknown): Promise<{ recibe_cierre: boolean }> {
  requirePermiso(ctx, 'caja:ver_esperado');
  const { recibe_cierre } = PreferirCierreInput.parse(raw);
  const { idUsuario } = ctx.actor;
  await withTransaction(ctx, async (tx) => {
    await tx.sql`update usuario set recibe_cierre = ${recibe_cierre} where id = ${idUsuario}`;
    const evento = { accion: 'usuario.preferir_cierre', entidad: 'usuario', idEntidad: idUsuario };
    await emitAudit(tx, ctx, { ...evento, despues: { recibe_cierre } });
  });
  return { recibe_cierre };
}
