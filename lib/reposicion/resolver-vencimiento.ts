import { emitAudit } from '@/lib/audit';
import { requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { writeOnce } from '@/lib/operacion/write-once';
import { VencimientoNoEncontradoError } from './errors';
import { leerVencimientoEn } from './read';
import { ResolverVencimientoInput, type VencimientoDto } from './schemas';

/**
 * Ends the watch of a date of the caller's branch: sold in time, taken off the shelf, or written by mistake. What was taken
 * off still has to leave the stock, as a loss. The write is the check. Throws PermisoError, VencimientoNoEncontradoError.
 */
export async function resolverVencimiento(ctx: Context, raw: unknown): Promise<VencimientoDto> {
  requirePermiso(ctx, 'producto:editar');
  const { id, resolucion } = ResolverVencimientoInput.parse(raw);
  return writeOnce(
    ctx,
    { verbo: 'producto.vencimiento_resolver', input: { id, resolucion } },
    {
      work: async (tx) => {
        const dto = await leerVencimientoEn(tx.sql, ctx, id);
        const ahora = ctx.ahora.toISOString();
        const mias = await tx.sql`
          update vencimiento set resolucion = ${resolucion}, resuelto_en = ${ahora}::timestamptz,
            id_user_update = ${ctx.actor.idUsuario}, updated_at = ${ahora}::timestamptz
          where id = ${id} and id_sucursal = ${ctx.idSucursal} and resolucion is null returning 1`;
        if (mias.length === 0) throw new VencimientoNoEncontradoError();
        await emitAudit(tx, ctx, {
          accion: 'producto.vencimiento_resolver',
          entidad: 'producto',
          idEntidad: dto.id_producto,
          antes: { vence: dto.vence, lote: dto.lote },
          despues: { vence: dto.vence, lote: dto.lote, resolucion },
        });
        return { respuesta: dto };
      },
    },
  );
}
