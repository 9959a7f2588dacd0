import type { Context } from '@/lib/context';
import { writeOnce } from '@/lib/operacion/write-once';
import type { TareaDto } from '@/lib/tarea/schemas';
import { abrirTarea, tareasDeSesion } from '@/lib/tarea/steps';
import { leerSesion, requireVerCajas } from './queries';
import { AnotarPendienteInput } from './schemas-cierre';

/**
 * Leaves for later what a close showed and nobody can settle now: a task of the session, in the words of who saw it. Who
 * sees the session may. Once per `ctx.clave`. Throws PermisoError, SesionNoEncontradaError.
 */
export async function anotarPendiente(ctx: Context, raw: unknown): Promise<TareaDto> {
  requireVerCajas(ctx);
  const input = AnotarPendienteInput.parse(raw);
  return writeOnce(
    ctx,
    { verbo: 'caja.anotar', input },
    {
      work: async (tx) => {
        const sesion = await leerSesion({ ...ctx, tx }, { id: input.id });
        const en = { ...ctx, idSucursal: sesion.caja.id_sucursal };
        const id = await abrirTarea(tx, en, {
          tipo: 'por_revisar',
          resumen: input.detalle,
          detalle: `Quedó pendiente del cierre de ${sesion.caja.nombre}, de ${sesion.cajero}.`,
          documento: { tipo: 'sesion_caja', id: sesion.id },
          idSesionCaja: sesion.id,
        });
        const tarea = (await tareasDeSesion(tx.sql, sesion.id)).find((t) => t.id === id);
        if (!tarea) throw new Error(`tarea ${id}: not found after its insert`);
        return { respuesta: tarea };
      },
    },
  );
}
