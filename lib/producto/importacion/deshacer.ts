import { emitAudit } from '@/lib/audit';
import { requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { enqueue } from '@/lib/jobs/enqueue';
import { writeOnce } from '@/lib/operacion/write-once';
import { ImportacionSinDeshacerError } from '../errors';
import { DeshacerImportacionInput, type ImportacionDto } from '../schemas-importacion';
import { leerImportacionEn } from './read';

/**
 * Sends an applied import to the worker to be undone, with the reason, in the same transaction. Once.
 * Throws PermisoError, ImportacionNoEncontradaError, ImportacionSinDeshacerError.
 */
export async function deshacerImportacion(ctx: Context, raw: unknown): Promise<ImportacionDto> {
  requirePermiso(ctx, 'producto:importar');
  requirePermiso(ctx, 'producto:editar');
  const { id, motivo } = DeshacerImportacionInput.parse(raw);
  return writeOnce(
    ctx,
    { verbo: 'importacion.deshacer', input: { id, motivo } },
    {
      work: async (tx) => {
        const mias = await tx.sql`
          update importacion set situacion = 'DESHACIENDO', falla = null, filas_hechas = 0,
            resumen = resumen || ${JSON.stringify({ deshecha: { motivo } })}::text::jsonb,
            id_user_update = ${ctx.actor.idUsuario}, updated_at = ${ctx.ahora.toISOString()}::timestamptz
          where id = ${id} and id_sucursal = ${ctx.idSucursal} and situacion = 'APLICADA' returning 1`;
        const dto = await leerImportacionEn(tx.sql, ctx, id);
        if (mias.length === 0) throw new ImportacionSinDeshacerError();
        await enqueue(tx, 'importar-productos', { idImportacion: id });
        await emitAudit(tx, ctx, {
          accion: 'importacion.deshacer',
          entidad: 'importacion',
          idEntidad: id,
          despues: { motivo },
        });
        return { respuesta: dto };
      },
    },
  );
}
