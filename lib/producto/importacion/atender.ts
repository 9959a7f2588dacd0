import { sqlClient } from '@/db';
import { withTransaction } from '@/db/transaction';
import { systemContext } from '@/lib/auth/system-context';
import { AppError } from '@/lib/errors';
import { enqueue } from '@/lib/jobs/enqueue';
import { aplicarImportacion, type Progreso } from './aplicar';

/**
 * What the worker does with a confirmed import, on behalf of whoever confirmed it. When it cannot be applied (a refusal,
 * or the last attempt) the import is left FALLIDA with a sentence, ready to be confirmed again; otherwise it throws, and
 * the queue tries again. Doing it twice is harmless.
 */
export async function atenderImportacion(
  idImportacion: number,
  intento: { ahora: Date; ultimo: boolean; progreso: Progreso },
): Promise<void> {
  const [fila] = await sqlClient()<{ id_sucursal: number; id_usuario: number }[]>`
    select id_sucursal, coalesce(id_user_update, id_user_create, 0) as id_usuario from importacion
    where id = ${idImportacion}`;
  if (!fila) return;
  const actor = { idUsuario: fila.id_usuario };
  const ctx = systemContext({ ahora: intento.ahora, idSucursal: fila.id_sucursal, actor });
  try {
    await aplicarImportacion(ctx, { id: idImportacion }, intento.progreso);
  } catch (error) {
    const rechazo = error instanceof AppError ? error.message : null;
    if (rechazo === null && !intento.ultimo) throw error;
    const falla = rechazo ?? 'No se pudo terminar y no se cambió nada. Se puede volver a intentar.';
    await sqlClient()`
      update importacion set situacion = 'FALLIDA', falla = ${falla}, filas_hechas = 0
      where id = ${idImportacion} and situacion in ('EN_COLA', 'APLICANDO')`;
    if (rechazo === null) throw error;
  }
}

/**
 * Sends again the imports that were confirmed and not finished: a worker that died leaves its job waiting for its expiry,
 * and nobody should wait for that. Returns how many.
 */
export async function reanudarImportaciones(): Promise<number> {
  return withTransaction({}, async (tx) => {
    const filas = await tx.sql<{ id: number }[]>`
      select id from importacion where situacion in ('EN_COLA', 'APLICANDO') order by id`;
    for (const { id } of filas) await enqueue(tx, 'importar-productos', { idImportacion: id });
    return filas.length;
  });
}
