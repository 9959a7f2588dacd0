import { emitAudit } from '@/lib/audit';
import { requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { writeOnce } from '@/lib/operacion/write-once';
import { publish } from '@/lib/realtime/publish';
import { AparcadoInput, type AparcadoTomadoDto } from './aparcado-schemas';
import { resolverAparcado } from './aparcados';

/**
 * Takes up a parked ticket: whoever gets the answer has it, and nobody else does. The same key answers the same again, so
 * that an answer lost on the way loses no ticket. Throws PermisoError, AparcadoNoEncontradoError, AparcadoTomadoError.
 */
export async function tomarAparcado(ctx: Context, raw: unknown): Promise<AparcadoTomadoDto> {
  requirePermiso(ctx, 'venta:cobrar');
  const input = AparcadoInput.parse(raw);
  return writeOnce(
    ctx,
    { verbo: 'venta.tomar_aparcado', input: { id: input.id } },
    {
      work: async (tx) => {
        const { dto, contenido } = await resolverAparcado(tx, ctx, input.id, 'TOMADO');
        await emitAudit(tx, ctx, {
          accion: 'venta.tomar_aparcado',
          entidad: 'ticket_aparcado',
          idEntidad: dto.id,
          despues: { etiqueta: dto.etiqueta, total: dto.total },
        });
        publish(tx, { tema: 'aparcado', idSucursal: ctx.idSucursal, ids: [dto.id] });
        return { respuesta: { ...dto, contenido } };
      },
    },
  );
}
