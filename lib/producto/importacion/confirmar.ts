import { emitAudit } from '@/lib/audit';
import { requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { enqueue } from '@/lib/jobs/enqueue';
import { writeOnce } from '@/lib/operacion/write-once';
import { ImportacionCerradaError, ImportacionVaciaError } from '../errors';
import { ConfirmarImportacionInput, type ImportacionDto } from '../schemas-importacion';
import { leerImportacionEn } from './read';

/**
 * Sends a reviewed import (or one that failed) to the worker, in the same transaction: its good rows will enter the
 * catalogue all together. Confirming twice is refused; with the same key it answers the same.
 * Throws PermisoError, ImportacionNoEncontradaError, ImportacionCerradaError, ImportacionVaciaError.
 */
export async function confirmarImportacion(ctx: Context, raw: unknown): Promise<ImportacionDto> {
  requirePermiso(ctx, 'producto:importar');
  const input = ConfirmarImportacionInput.parse(raw);
  return writeOnce(
    ctx,
    { verbo: 'importacion.confirmar', input },
    {
      work: async (tx) => {
        const opcion = JSON.stringify({ opcion: input.existentes });
        const mias = await tx.sql`
        update importacion set situacion = 'EN_COLA', resumen = resumen || ${opcion}::text::jsonb, falla = null,
          filas_hechas = 0, id_user_update = ${ctx.actor.idUsuario}, updated_at = ${ctx.ahora.toISOString()}::timestamptz
        where id = ${input.id} and id_sucursal = ${ctx.idSucursal} and situacion in ('REVISADA', 'FALLIDA')
        returning 1`;
        const dto = await leerImportacionEn(tx.sql, ctx, input.id);
        if (mias.length === 0) {
          throw new ImportacionCerradaError(
            dto.situacion === 'DESCARTADA' ? 'Esta importación se descartó.' : undefined,
          );
        }
        if (dto.filas === dto.filas_malas) throw new ImportacionVaciaError();
        await enqueue(tx, 'importar-productos', { idImportacion: input.id });
        await emitAudit(tx, ctx, {
          accion: 'importacion.confirmar',
          entidad: 'importacion',
          idEntidad: input.id,
          despues: { existentes: input.existentes, filas: dto.filas - dto.filas_malas },
        });
        return { respuesta: dto };
      },
    },
  );
}
