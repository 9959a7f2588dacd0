import { withTransaction } from '@/db/transaction';
import { emitAudit } from '@/lib/audit';
import { puede, requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { publish } from '@/lib/realtime/publish';
import { TareaNoEncontradaError, TareaResueltaError } from './errors';
import { selectTareas } from './read';
import { ResolverTareaInput, type TareaDto } from './schemas';

/**
 * Says what came of a task, once; of two at once the second is refused by name.
 * Throws PermisoError, TareaNoEncontradaError, TareaResueltaError.
 */
export async function resolverTarea(ctx: Context, raw: unknown): Promise<TareaDto> {
  requirePermiso(ctx, 'tarea:resolver');
  const { id, resolucion } = ResolverTareaInput.parse(raw);
  return withTransaction(ctx, async (tx) => {
    const [tarea] = await tx.sql<{ idSucursal: number; resumen: string; quien: string | null }[]>`
      select t.id_sucursal as "idSucursal", t.resumen, u.name as quien
      from tarea t left join usuario u on u.id = t.resuelta_por where t.id = ${id} for update of t`;
    const ajena = tarea?.idSucursal !== ctx.idSucursal && !puede(ctx, 'sucursal:todas');
    if (!tarea || ajena) throw new TareaNoEncontradaError();
    const ahora = ctx.ahora.toISOString();
    const resueltas = await tx.sql`
      update tarea set estado = 'RESUELTA', resuelta_por = ${ctx.actor.idUsuario}, resuelta_en = ${ahora}::timestamptz,
        resolucion = ${resolucion}
      where id = ${id} and estado = 'PENDIENTE' returning 1`;
    const [dto] = await selectTareas(tx.sql, tx.sql`t.id = ${id}`);
    if (!dto) throw new TareaNoEncontradaError();
    if (resueltas.length === 0) throw new TareaResueltaError(dto.resuelta_por ?? 'otra persona');
    await emitAudit(
      tx,
      { ...ctx, idSucursal: tarea.idSucursal },
      { accion: 'tarea.resolver', entidad: 'tarea', idEntidad: id, despues: { resumen: tarea.resumen, resolucion } },
    );
    publish(tx, { tema: 'tarea', idSucursal: tarea.idSucursal, ids: [id] });
    return dto;
  });
}
