import { withTransaction } from '@/db/transaction';
import { emitAudit } from '@/lib/audit';
import { derechosQueFaltan } from '@/lib/auth/alcance';
import { requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { RolDeFabricaError, RolEnUsoError, RolMayorError } from './errors';
import { leerRol } from './queries';
import { type RolDto, RolInput } from './schemas';
import { lockRol } from './steps';

/**
 * Takes a role of the shop off the lists; the row stays, and its name is free for another. Refused for the built-in ones and while somebody who
 * works here has it.
 * Throws PermisoError, RolNoEncontradoError, RolDeFabricaError, RolMayorError, RolEnUsoError.
 */
export async function eliminarRol(ctx: Context, raw: unknown): Promise<RolDto> {
  requirePermiso(ctx, 'rol:administrar');
  const { id } = RolInput.parse(raw);
  return withTransaction(ctx, async (tx) => {
    const era = await lockRol(tx, id);
    if (era.deFabrica) throw new RolDeFabricaError(era.nombre, 'no se elimina');
    const faltan = derechosQueFaltan(ctx.actor, era);
    if (faltan.length > 0) throw new RolMayorError(era.nombre, faltan);
    const [uso] = await tx.sql<{ n: number }[]>`
      select count(*)::int as n from usuario where id_rol = ${id} and estado`;
    if (uso && uso.n > 0) throw new RolEnUsoError(era.nombre, uso.n);
    const antes = await leerRol({ ...ctx, tx }, { id });
    await tx.sql`
      update rol set estado = false, nombre = ${`${era.nombre} (eliminado ${id})`}, id_user_update = ${ctx.actor.idUsuario},
        updated_at = ${ctx.ahora.toISOString()}::timestamptz
      where id = ${id}`;
    await emitAudit(tx, ctx, { accion: 'rol.eliminar', entidad: 'rol', idEntidad: id, antes });
    return { ...antes, estado: false, id_user_update: ctx.actor.idUsuario, updated_at: ctx.ahora.toISOString() };
  });
}
