import { withTransaction } from '@/db/transaction';
import { emitAudit } from '@/lib/audit';
import { requirePermiso } from '@/lib/auth/permisos';
import { revocarSesionesDe } from '@/lib/auth/revocar';
import type { Context } from '@/lib/context';
import { lockDireccion, requireDireccion } from '@/lib/rol/steps';
import { PropioError } from './errors';
import { lockUsuario, requireSinCaja } from './lock';
import { leerEscrito } from './read';
import { LeerUsuarioInput, type UsuarioDto } from './schemas';

/**
 * Somebody works here no more: they disappear from lists, every sign-in of theirs ends, and what they did stays in their
 * name. Never oneself, nor who answers for an open drawer, nor the last one who can run people and roles.
 * Throws PermisoError, PropioError, UsuarioNoEncontradoError, OtraSucursalError, MasDerechosError, ConCajaAbiertaError,
 * UltimaDireccionError.
 */
export async function eliminarUsuario(ctx: Context, raw: unknown): Promise<UsuarioDto> {
  requirePermiso(ctx, 'usuario:editar');
  const { id } = LeerUsuarioInput.parse(raw);
  if (id === ctx.actor.idUsuario) throw new PropioError('darse de baja');
  return withTransaction(ctx, async (tx) => {
    await lockDireccion(tx);
    const quien = await lockUsuario(tx, ctx, id);
    await requireSinCaja(tx, quien);
    const antes = await leerEscrito(id, tx.db);
    await tx.sql`
      update usuario set estado = false, id_user_update = ${ctx.actor.idUsuario},
        updated_at = ${ctx.ahora.toISOString()}::timestamptz
      where id = ${id}`;
    if (quien.dirige) await requireDireccion(tx);
    const despues = await leerEscrito(id, tx.db);
    const en = { ...ctx, idSucursal: quien.idSucursal };
    await emitAudit(tx, en, { accion: 'usuario.eliminar', entidad: 'usuario', idEntidad: id, antes, despues });
    await revocarSesionesDe(tx, en, id, 'usuario.cerrar_ingresos');
    return despues;
  });
}
