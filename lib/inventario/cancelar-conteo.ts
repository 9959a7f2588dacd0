import { emitAudit } from '@/lib/audit';
import { requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { writeOnce } from '@/lib/operacion/write-once';
import { publish } from '@/lib/realtime/publish';
import { lockConteo } from './lock-conteo';
import { leerConteoEn } from './read-conteo';
import { PorIdInput } from './schemas';
import type { ConteoDetalleDto } from './schemas-respuestas';

/** Ends a count without touching the stock. Throws PermisoError, ConteoNoEncontradoError, ConteoCerradoError. */
export async function cancelarConteo(ctx: Context, raw: unknown): Promise<ConteoDetalleDto> {
  requirePermiso(ctx, 'inventario:contar');
  const { id } = PorIdInput.parse(raw);
  return writeOnce(
    ctx,
    { verbo: 'conteo.cancelar', input: { id } },
    {
      work: async (tx) => {
        await lockConteo(tx, ctx, id, 'cerrar');
        await tx.sql`
          update conteo set estado = 'CANCELADO', cerrado_en = ${ctx.ahora.toISOString()}::timestamptz,
            cerrado_por = ${ctx.actor.idUsuario} where id = ${id}`;
        await emitAudit(tx, ctx, { accion: 'conteo.cancelar', entidad: 'conteo', idEntidad: id });
        publish(tx, { tema: 'inventario', idSucursal: ctx.idSucursal });
        return { respuesta: await leerConteoEn(tx.sql, ctx, id) };
      },
    },
  );
}
