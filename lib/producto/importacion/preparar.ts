import { type Tx, withTransaction } from '@/db/transaction';
import { emitAudit } from '@/lib/audit';
import { requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { enqueue } from '@/lib/jobs/enqueue';
import { type ImportacionDto, PrepararImportacionInput } from '../schemas-importacion';
import { reconocer } from './abrir';
import { leerImportacionEn } from './read';
import { SIN_LEER } from './sin-leer';

/**
 * Keeps a file of products aside and sends it to the worker, which reads every row for a person to look at: nothing enters the
 * catalogue until the import is confirmed. What is not a file of rows is refused at once.
 * Throws PermisoError, ArchivoIlegibleError.
 */
export async function prepararImportacion(ctx: Context, raw: unknown): Promise<ImportacionDto> {
  requirePermiso(ctx, 'producto:importar');
  const { archivo, nombre } = PrepararImportacionInput.parse(raw);
  reconocer(archivo.bytes);
  return withTransaction(ctx, async (tx) => {
    const id = await insertImportacion(tx, ctx, nombre || archivo.nombre || 'productos.csv');
    await tx.sql`
      insert into importacion_contenido (id_importacion, bytes) values (${id}, ${Buffer.from(archivo.bytes)})`;
    await enqueue(tx, 'importar-productos', { idImportacion: id });
    await emitAudit(tx, ctx, { accion: 'importacion.preparar', entidad: 'importacion', idEntidad: id });
    return leerImportacionEn(tx.sql, ctx, id);
  });
}

async function insertImportacion(tx: Tx, ctx: Context, archivo: string): Promise<number> {
  const ahora = ctx.ahora.toISOString();
  const [fila] = await tx.sql<{ id: number }[]>`
    insert into importacion (archivo, situacion, filas, filas_malas, resumen, id_sucursal, id_user_create, created_at, updated_at)
    values (${archivo.replace(/\p{Cc}/gu, '').slice(0, 200)}, 'LEYENDO', 0, 0, ${JSON.stringify(SIN_LEER)}::text::jsonb,
      ${ctx.idSucursal}, ${ctx.actor.idUsuario}, ${ahora}::timestamptz, ${ahora}::timestamptz)
    returning id`;
  if (!fila) throw new Error('importacion was not inserted');
  return fila.id;
}
