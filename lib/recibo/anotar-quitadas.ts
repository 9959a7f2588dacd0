import { emitAudit } from '@/lib/audit';
import { requirePermiso } from '@/lib/auth/permisos';
import { requireTrabajaEnSesion } from '@/lib/caja/steps';
import type { Context } from '@/lib/context';
import { momentoDelHecho } from '@/lib/hecho';
import { writeOnce } from '@/lib/operacion/write-once';
import { AnotarQuitadasInput, type QuitadasDto } from './schemas';

/**
 * Notes the lines that were taken off a ticket after its total was said to the customer: for the owner, never in the way of
 * the sale. It may be told late, also after the session closed. Once per `ctx.clave`.
 * Throws PermisoError, SesionNoEncontradaError, SesionAjenaError.
 */
export async function anotarQuitadas(ctx: Context, raw: unknown): Promise<QuitadasDto> {
  requirePermiso(ctx, 'venta:cobrar');
  const input = AnotarQuitadasInput.parse(raw);
  return writeOnce(
    ctx,
    { verbo: 'venta.quitar_lineas', input },
    {
      work: async (tx) => {
        const sesion = await requireTrabajaEnSesion(tx, ctx, input.idSesionCaja);
        const { momento, tarde } = momentoDelHecho(ctx, input.fecha);
        await emitAudit(
          tx,
          { ...ctx, ahora: momento, idSucursal: sesion.idSucursal },
          {
            accion: 'venta.quitar_lineas',
            entidad: 'sesion_caja',
            idEntidad: sesion.id,
            despues: {
              motivo: input.lineas.map((l) => l.nombre).join(', '),
              lineas: input.lineas,
              importe: input.lineas.reduce((suma, l) => suma + l.importe, 0),
              ticket: input.ticket,
              ...(tarde && { avisada_tarde: true }),
            },
          },
        );
        const fecha = momento.toISOString();
        return { respuesta: { id_sesion_caja: sesion.id, lineas: input.lineas.length, fecha } };
      },
    },
  );
}
