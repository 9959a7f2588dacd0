import type { Tx } from '@/db/transaction';
import { withTransaction } from '@/db/transaction';
import { emitAudit } from '@/lib/audit';
import { requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { ImportacionCerradaError } from '../errors';
import { PorIdInput } from '../schemas';
import type { ImportacionDto } from '../schemas-importacion';
import { leerImportacionEn } from './read';

/** Days that a reviewed import waits to be confirmed. */
const DIAS_DE_ESPERA = 7;

/**
 * Gives up an import that was not applied; its rows are deleted by the nightly cleaning. Discarding twice answers the same.
 * Throws PermisoError, ImportacionNoEncontradaError, ImportacionCerradaError.
 */
export async function descartarImportacion(ctx: Context, raw: unknown): Promise<ImportacionDto> {
  requirePermiso(ctx, 'producto:importar');
  const { id } = PorIdInput.parse(raw);
  return withTransaction(ctx, async (tx) => {
    const mias = await tx.sql`
      update importacion set situacion = 'DESCARTADA', id_user_update = ${ctx.actor.idUsuario},
        updated_at = ${ctx.ahora.toISOString()}::timestamptz
      where id = ${id} and id_sucursal = ${ctx.idSucursal} and situacion in ('LEYENDO', 'COLUMNAS', 'ILEGIBLE', 'REVISADA', 'FALLIDA') returning 1`;
    const dto = await leerImportacionEn(tx.sql, ctx, id);
    if (dto.situacion !== 'DESCARTADA') throw new ImportacionCerradaError();
    if (mias.length > 0) {
      await emitAudit(tx, ctx, { accion: 'importacion.descartar', entidad: 'importacion', idEntidad: id });
    }
    return dto;
  });
}

/** Discards the imports that nobody confirmed in a week, and deletes the files and the rows of the discarded. Returns how many rows. */
export async function limpiarImportaciones(tx: Tx, ahora: Date): Promise<number> {
  const limite = new Date(ahora.getTime() - DIAS_DE_ESPERA * 86_400_000).toISOString();
  await tx.sql`
    update importacion set situacion = 'DESCARTADA', updated_at = ${ahora.toISOString()}::timestamptz
    where situacion in ('COLUMNAS', 'ILEGIBLE', 'REVISADA', 'FALLIDA') and updated_at < ${limite}::timestamptz`;
  await tx.sql`
    delete from importacion_contenido c using importacion i where i.id = c.id_importacion and i.situacion = 'DESCARTADA'`;
  const borradas = await tx.sql`
    delete from importacion_fila f using importacion i where i.id = f.id_importacion and i.situacion = 'DESCARTADA'`;
  return borradas.count;
}
