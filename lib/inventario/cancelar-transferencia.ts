import { emitAudit } from '@/lib/audit';
import { requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { writeOnce } from '@/lib/operacion/write-once';
import { lockTransferencia } from './lock-transferencia';
import { publicarTransferencia } from './publicar';
import { leerTransferenciaEn } from './read-transferencia';
import { CancelarTransferenciaInput } from './schemas';
import type { TransferenciaDetalleDto } from './schemas-respuestas';

/**
 * Takes back a transfer that was not sent, with its motive; either branch may. Sent goods are received, or said not to have
 * arrived. Throws PermisoError, TransferenciaNoEncontradaError, PasoNoPermitidoError.
 */
export async function cancelarTransferencia(ctx: Context, raw: unknown): Promise<TransferenciaDetalleDto> {
  requirePermiso(ctx, 'inventario:transferir');
  const input = CancelarTransferenciaInput.parse(raw);
  const { id, motivo } = input;
  return writeOnce(
    ctx,
    { verbo: 'transferencia.cancelar', input: { id, motivo } },
    {
      work: async (tx) => {
        const { transferencia } = await lockTransferencia(tx, ctx, id, 'cancelar');
        await tx.sql`
          update transferencia set estado = 'CANCELADA', cancelada_en = ${ctx.ahora.toISOString()}::timestamptz,
            cancelada_por = ${ctx.actor.idUsuario}, motivo_cancelacion = ${motivo} where id = ${id}`;
        await emitAudit(tx, ctx, {
          accion: 'transferencia.cancelar',
          entidad: 'transferencia',
          idEntidad: id,
          despues: { motivo },
        });
        publicarTransferencia(tx, transferencia);
        return { respuesta: await leerTransferenciaEn(tx.sql, ctx, id) };
      },
    },
  );
}
