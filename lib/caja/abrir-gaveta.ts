import { emitAudit } from '@/lib/audit';
import { requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { momentoDelHecho } from '@/lib/hecho';
import { SesionCerradaError } from '@/lib/libro/errors';
import { writeOnce } from '@/lib/operacion/write-once';
import { publish } from '@/lib/realtime/publish';
import { AbrirGavetaInput } from './schemas';
import type { GavetaAbiertaDto } from './schemas-respuestas';
import { requireTrabajaEnSesion } from './steps';

/**
 * Notes that the drawer was opened without a sale, and why. It moves no money; it counts in the alerts of who does it. What a
 * device without network tells afterwards (`fecha`, or a signed fact) is noted also when the session closed since. Once per `ctx.clave`.
 * Throws PermisoError, SesionNoEncontradaError, SesionAjenaError, SesionCerradaError.
 */
export async function abrirGaveta(ctx: Context, raw: unknown): Promise<GavetaAbiertaDto> {
  requirePermiso(ctx, 'caja:abrir_gaveta');
  const input = AbrirGavetaInput.parse(raw);
  return writeOnce(
    ctx,
    { verbo: 'caja.abrir_gaveta', input },
    {
      work: async (tx) => {
        const sesion = await requireTrabajaEnSesion(tx, ctx, input.idSesionCaja);
        if (!sesion.abierta && input.fecha === null && !ctx.hecho) throw new SesionCerradaError();
        const { momento, tarde } = momentoDelHecho(ctx, input.fecha);
        await emitAudit(
          tx,
          { ...ctx, ahora: momento, idSucursal: sesion.idSucursal },
          {
            accion: 'caja.abrir_gaveta',
            entidad: 'sesion_caja',
            idEntidad: sesion.id,
            despues: { motivo: input.motivo, ...(tarde && { avisada_tarde: true }) },
          },
        );
        publish(tx, { tema: 'caja', idSucursal: sesion.idSucursal, ids: [sesion.idCaja] });
        const fecha = momento.toISOString();
        return { respuesta: { id_sesion_caja: sesion.id, caja: sesion.caja, motivo: input.motivo, fecha } };
      },
    },
  );
}
