import { withTransaction } from '@/db/transaction';
import { emitAudit } from '@/lib/audit';
import { requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { enqueue } from '@/lib/jobs/enqueue';
import { ImportacionCerradaError } from '../errors';
import { ElegirColumnasInput, type ImportacionDto } from '../schemas-importacion';
import { columnasElegidas } from './columnas';
import { leerImportacionEn } from './read';

/**
 * Says which column of the file is each thing, and sends it to be read again. Only while it was not confirmed.
 * Throws PermisoError, ImportacionNoEncontradaError, ImportacionCerradaError, ValidacionError (by column).
 */
export async function elegirColumnas(ctx: Context, raw: unknown): Promise<ImportacionDto> {
  requirePermiso(ctx, 'producto:importar');
  const input = ElegirColumnasInput.parse(raw);
  return withTransaction(ctx, async (tx) => {
    const antes = await leerImportacionEn(tx.sql, ctx, input.id);
    const posicion = columnasElegidas(input.columnas, antes.resumen.encabezado.length);
    const elegido = {
      posiciones: Object.fromEntries(posicion),
      con_encabezado: input.con_encabezado,
      aceptar_digitos: input.aceptar_digitos,
    };
    const mias = await tx.sql`
      update importacion set situacion = 'LEYENDO', falla = null, filas_hechas = 0,
        resumen = resumen || ${JSON.stringify(elegido)}::text::jsonb,
        id_user_update = ${ctx.actor.idUsuario}, updated_at = ${ctx.ahora.toISOString()}::timestamptz
      where id = ${input.id} and situacion in ('COLUMNAS', 'REVISADA', 'FALLIDA') returning 1`;
    if (mias.length === 0) throw new ImportacionCerradaError();
    await enqueue(tx, 'importar-productos', { idImportacion: input.id });
    await emitAudit(tx, ctx, {
      accion: 'importacion.columnas',
      entidad: 'importacion',
      idEntidad: input.id,
      despues: elegido,
    });
    return leerImportacionEn(tx.sql, ctx, input.id);
  });
}
