import { constraintName } from '@/db/errors';
import { type Tx, withTransaction } from '@/db/transaction';
import { emitAudit } from '@/lib/audit';
import { requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { MotivoGeneralError, MotivoNoEncontradoError, MotivoRepetidoError } from './errors';
import { selectMotivos } from './read';
import { EditarMotivoInput, IdMotivoInput, type MotivoDto } from './schemas';

/**
 * Renames a reason, or changes whether it asks for more; what it is in the libro stays, and so does what was registered
 * under its old name. Throws PermisoError, MotivoNoEncontradoError, MotivoRepetidoError.
 */
export async function editarMotivo(ctx: Context, raw: unknown): Promise<MotivoDto> {
  requirePermiso(ctx, 'caja:administrar');
  const { id, nombre, pideDetalle } = EditarMotivoInput.parse(raw);
  try {
    return await cambiar(ctx, id, 'motivo.editar', (tx, antes) => {
      const ahora = ctx.ahora.toISOString();
      return tx.sql`
        update motivo_caja set nombre = ${nombre ?? antes.nombre}, pide_detalle = ${pideDetalle ?? antes.pide_detalle},
          id_user_update = ${ctx.actor.idUsuario}, updated_at = ${ahora}::timestamptz
        where id = ${id}`;
    });
  } catch (error) {
    if (constraintName(error) === 'motivo_caja_nombre') throw new MotivoRepetidoError(nombre ?? '');
    throw error;
  }
}

/**
 * Retires a reason: nobody chooses it any more, and what was registered with it keeps it.
 * Throws PermisoError, MotivoNoEncontradoError, MotivoGeneralError.
 */
export async function eliminarMotivo(ctx: Context, raw: unknown): Promise<MotivoDto> {
  requirePermiso(ctx, 'caja:administrar');
  const { id } = IdMotivoInput.parse(raw);
  return cambiar(ctx, id, 'motivo.eliminar', async (tx, antes) => {
    if (antes.general) throw new MotivoGeneralError();
    await tx.sql`
      update motivo_caja set estado = false, id_user_update = ${ctx.actor.idUsuario},
        updated_at = ${ctx.ahora.toISOString()}::timestamptz
      where id = ${id}`;
  });
}

async function cambiar(
  ctx: Context,
  id: number,
  accion: string,
  escribir: (tx: Tx, antes: MotivoDto) => PromiseLike<unknown>,
): Promise<MotivoDto> {
  return withTransaction(ctx, async (tx) => {
    const bloqueado = await tx.sql`select 1 from motivo_caja where id = ${id} and estado for no key update`;
    if (bloqueado.length === 0) throw new MotivoNoEncontradoError();
    const [antes] = await selectMotivos(tx.sql, tx.sql`m.id = ${id}`);
    if (!antes) throw new MotivoNoEncontradoError();
    await escribir(tx, antes);
    const [despues] = await selectMotivos(tx.sql, tx.sql`m.id = ${id}`);
    if (!despues) throw new Error(`motivo_caja ${id}: not found after its update`);
    await emitAudit(tx, ctx, { accion, entidad: 'motivo_caja', idEntidad: id, antes, despues });
    return despues;
  });
}
