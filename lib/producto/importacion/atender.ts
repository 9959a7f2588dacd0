import { sqlClient } from '@/db';
import { withTransaction } from '@/db/transaction';
import { systemContext } from '@/lib/auth/system-context';
import type { Context } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { enqueue } from '@/lib/jobs/enqueue';
import type { Situacion } from '../rules-importacion';
import { aplicarImportacion } from './aplicar';
import { revertirImportacion } from './revertir';
import { revisarImportacion } from './revisar';
import type { Progreso } from './tomar';

/** What the worker does with an import that waits for it, and where it is left when that cannot be done. */
type Espera = {
  hacer(ctx: Context, raw: unknown, progreso: Progreso): Promise<unknown>;
  siFalla: Situacion;
  /** What is said when nobody knows why. */
  frase: string;
};

const NO_TERMINO = 'No se pudo terminar y no se cambió nada. Se puede volver a intentar.';
const APLICAR: Espera = { hacer: aplicarImportacion, siFalla: 'FALLIDA', frase: NO_TERMINO };
const ESPERAS: Partial<Record<Situacion, Espera>> = {
  LEYENDO: {
    hacer: revisarImportacion,
    siFalla: 'ILEGIBLE',
    frase: 'No se pudo leer el archivo. Se puede subir de nuevo, o guardarlo como CSV.',
  },
  EN_COLA: APLICAR,
  APLICANDO: APLICAR,
  DESHACIENDO: { hacer: revertirImportacion, siFalla: 'APLICADA', frase: NO_TERMINO },
};

/**
 * What the worker does with an import, on behalf of whoever asked: reads it, applies it or undoes it. When that cannot be done (a
 * refusal, or the last attempt) the import is left with a sentence, ready to be asked again; otherwise it throws, and the queue
 * tries again. Doing it twice is harmless.
 */
export async function atenderImportacion(
  idImportacion: number,
  intento: { ahora: Date; ultimo: boolean; progreso: Progreso },
): Promise<void> {
  const [fila] = await sqlClient()<{ id_sucursal: number; id_usuario: number; situacion: Situacion }[]>`
    select id_sucursal, coalesce(id_user_update, id_user_create, 0) as id_usuario, situacion from importacion
    where id = ${idImportacion}`;
  const espera = fila && ESPERAS[fila.situacion];
  if (!espera) return;
  const actor = { idUsuario: fila.id_usuario };
  const ctx = systemContext({ ahora: intento.ahora, idSucursal: fila.id_sucursal, actor });
  try {
    await espera.hacer(ctx, { id: idImportacion }, intento.progreso);
  } catch (error) {
    const rechazo = error instanceof AppError ? error.message : null;
    if (rechazo === null && !intento.ultimo) throw error;
    await sqlClient()`
      update importacion set situacion = ${espera.siFalla}, falla = ${rechazo ?? espera.frase}, filas_hechas = 0
      where id = ${idImportacion} and situacion in ('LEYENDO', 'EN_COLA', 'APLICANDO', 'DESHACIENDO')`;
    if (rechazo === null) throw error;
  }
}

/**
 * Sends again the imports that were asked for and not finished: a worker that died leaves its job waiting for its expiry,
 * and nobody should wait for that. Returns how many.
 */
export async function reanudarImportaciones(): Promise<number> {
  return withTransaction({}, async (tx) => {
    const filas = await tx.sql<{ id: number }[]>`
      select id from importacion where situacion in ('LEYENDO', 'EN_COLA', 'APLICANDO', 'DESHACIENDO') order by id`;
    for (const { id } of filas) await enqueue(tx, 'importar-productos', { idImportacion: id });
    return filas.length;
  });
}
