import type { Tx } from '@/db/transaction';
import { withTransaction } from '@/db/transaction';
import { guardarImagen } from '@/lib/archivo/subir';
import { soltarArchivo, usarArchivo } from '@/lib/archivo/usar';
import { emitAudit } from '@/lib/audit';
import { requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { publish } from '@/lib/realtime/publish';
import { ProductoNoEncontradoError } from './errors';
import { PonerImagenInput, PorIdInput, type ProductoDto } from './schemas';
import { leerProductoEn } from './steps';

/** Pixels of the longest side: enough for a sheet and for a big screen of the counter. */
const LADO = 800;

/**
 * Gives a product a picture, remade by us, instead of the one it had. Throws PermisoError, ProductoNoEncontradoError,
 * ImagenInvalidaError (told by the content, not by the name).
 */
export async function ponerImagen(ctx: Context, raw: unknown): Promise<ProductoDto> {
  requirePermiso(ctx, 'producto:editar');
  const { id, archivo } = PonerImagenInput.parse(raw);
  const { id: idImagen } = await guardarImagen(ctx, archivo.bytes, { lado: LADO });
  return withTransaction(ctx, async (tx) => {
    await cambiar(tx, ctx, id, idImagen);
    await usarArchivo(tx, ctx, idImagen, { tipo: 'producto', id });
    return leerProductoEn(tx, ctx, id);
  });
}

/** Takes the picture of a product off. Without one it does nothing. Throws PermisoError, ProductoNoEncontradoError. */
export async function quitarImagen(ctx: Context, raw: unknown): Promise<ProductoDto> {
  requirePermiso(ctx, 'producto:editar');
  const { id } = PorIdInput.parse(raw);
  return withTransaction(ctx, async (tx) => {
    await cambiar(tx, ctx, id, null);
    return leerProductoEn(tx, ctx, id);
  });
}

async function cambiar(tx: Tx, ctx: Context, id: number, idImagen: number | null): Promise<void> {
  const [antes] = await tx.sql<{ idImagen: number | null }[]>`
    select id_imagen as "idImagen" from producto where id = ${id} and estado for no key update`;
  if (!antes) throw new ProductoNoEncontradoError();
  if (antes.idImagen === idImagen) return;
  await tx.sql`
    update producto set id_imagen = ${idImagen}, id_user_update = ${ctx.actor.idUsuario},
      updated_at = ${ctx.ahora.toISOString()}::timestamptz where id = ${id}`;
  if (antes.idImagen !== null) await soltarArchivo(tx, ctx, antes.idImagen);
  await emitAudit(tx, ctx, {
    accion: 'producto.imagen',
    entidad: 'producto',
    idEntidad: id,
    antes: { foto: antes.idImagen !== null },
    despues: { foto: idImagen !== null },
  });
  publish(tx, { tema: 'producto', idSucursal: null, ids: [id] });
}
