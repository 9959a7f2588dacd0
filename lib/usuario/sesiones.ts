import { requirePermiso } from '@/lib/auth/permisos';
import { requireSubordinado } from '@/lib/auth/subordinado';
import type { Context } from '@/lib/context';

/** One's own sign-ins are one's own affair; those of others, of who may edit them. Throws PermisoError and as `requireSubordinado`. */
export async function requireSesionesDe(ctx: Context, id: number): Promise<void> {
  if (id === ctx.actor.idUsuario) return;
  requirePermiso(ctx, 'usuario:editar');
  await requireSubordinado(ctx, id);
}
