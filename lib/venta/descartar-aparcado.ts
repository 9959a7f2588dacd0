import { emitAudit } from '@/lib/audit';
import { requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { writeOnce } from '@/lib/operacion/write-once';
import { publish } from '@/lib/realtime/publish';
import { type AparcadoDto, AparcadoInput } from './aparcado-schemas';
import { resolverAparcado } from './aparcados';

/**
 * Gives up a parked ticket that nobody will come back for. It stays in the trail with its lines. Throws PermisoError,
 * AparcadoNoEncontradoError, AparcadoTomadoError.
 */
export async function descartarAparcado(ctx: Context, raw: unknown): Promise<AparcadoDto> {
  requirePermiso(ctx, 'venta:cobrar');
  const input = AparcadoInput.parse(raw);
  return writeOnce(
    ctx,
    { verbo: 'venta.descartar_aparcado', input: { id: input.id } },
    {
      work: async (tx) => {
        const { dto, contenido } = await resolverAparcado(tx, ctx, input.id, 'DESCARTADO');
        await emitAudit(tx, ctx, {
          accion: 'venta.descartar_aparcado',
          entidad: 'ticket_aparcado',
          idEntidad: dto.id,
          antes: { etiqueta: dto.etiqueta, total: dto.total, lineas: contenido.lineas },
        });
        publish(tx, { tema: 'aparcado', idSucursal: ctx.idSucursal, ids: [dto.id] });
        return { respuesta: dto };
      },
    },
  );
}
