import { puede } from '@/lib/auth/permisos';
import { requireSubordinado } from '@/lib/auth/subordinado';
import type { Context } from '@/lib/context';
import { NoEncontradoError, PermisoError } from '@/lib/errors';

/**
 * Whether the actor may read what lets this person in: who may change their password, and so could get in anyway. Never
 * one's own (that would spare the password one has), nor of somebody with rights that the actor lacks.
 */
export async function puedeLeerSecreto(ctx: Context, idUsuario: number | null): Promise<boolean> {
  if (idUsuario === null || idUsuario === ctx.actor.idUsuario || !puede(ctx, 'usuario:editar')) return false;
  try {
    await requireSubordinado(ctx, idUsuario);
    return true;
  } catch (error) {
    if (error instanceof PermisoError || error instanceof NoEncontradoError) return false;
    throw error;
  }
}
