import { withTransaction } from '@/db/transaction';
import { emitAudit } from '@/lib/audit';
import type { Context } from '@/lib/context';
import { publish } from '@/lib/realtime/publish';
import { AprobacionNoEncontradaError } from './errors';
import { lockAprobacion, requireEstado } from './lock';
import { leerAprobacionEn } from './read';
import { type AprobacionDto, IdAprobacionInput } from './schemas';

/**
 * Who asked takes it back, also when it was approved and not used yet: nobody has to answer it any more.
 * Throws AprobacionNoEncontradaError, AprobacionVencidaError, AprobacionResueltaError.
 */
export async function cancelarAprobacion(ctx: Context, raw: unknown): Promise<AprobacionDto> {
  const { id } = IdAprobacionInput.parse(raw);
  return withTransaction(ctx, async (tx) => {
    const a = await lockAprobacion(tx, id);
    if (a.solicitadaPor !== ctx.actor.idUsuario || a.momento !== 'ANTES') throw new AprobacionNoEncontradaError();
    if (a.estado === 'CANCELADA') return leerAprobacionEn(tx.sql, ctx, id);
    requireEstado(a, ctx.ahora, 'BORRADOR', 'PENDIENTE', 'APROBADA');
    await tx.sql`update aprobacion set estado = 'CANCELADA' where id = ${id}`;
    if (a.estado !== 'BORRADOR') {
      await emitAudit(
        tx,
        { ...ctx, idSucursal: a.idSucursal },
        {
          accion: 'aprobacion.cancelar',
          entidad: 'aprobacion',
          idEntidad: id,
          antes: { estado: a.estado },
          despues: { resumen: a.resumen },
        },
      );
    }
    publish(tx, { tema: 'aprobacion', idSucursal: a.idSucursal, ids: [id] });
    return leerAprobacionEn(tx.sql, ctx, id);
  });
}
