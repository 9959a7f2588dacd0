import { sqlClient } from '@/db';
import { puede, requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { selectMotivos } from './read';
import { ListarMotivosInput, type MotivoDto } from './schemas';

/** The reasons in use, for whoever moves cash or keeps the list. Throws PermisoError. */
export async function listarMotivos(ctx: Context, raw: unknown = {}): Promise<MotivoDto[]> {
  if (!puede(ctx, 'caja:administrar')) requirePermiso(ctx, 'caja:mover');
  const { tipo = null } = ListarMotivosInput.parse(raw);
  const sql = ctx.tx?.sql ?? sqlClient();
  return selectMotivos(sql, sql`m.estado and (${tipo}::text is null or m.tipo = ${tipo})`);
}
