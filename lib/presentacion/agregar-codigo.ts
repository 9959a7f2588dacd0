import type { Tx } from '@/db/transaction';
import { emitAudit } from '@/lib/audit';
import { requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { writeOnce } from '@/lib/operacion/write-once';
import { conCodigosUnicos, lockProducto, requireCodigoLibre } from '@/lib/producto/steps';
import { publish } from '@/lib/realtime/publish';
import { PresentacionNoEncontradaError } from './errors';
import { AgregarCodigoInput, type CodigoDto } from './schemas';

/**
 * Gives a product, or one of its presentations, another code. A code names one living thing.
 * Throws PermisoError, ProductoNoEncontradoError, PresentacionNoEncontradaError, CodigoRepetidoError.
 */
export async function agregarCodigo(ctx: Context, raw: unknown): Promise<CodigoDto> {
  requirePermiso(ctx, 'producto:editar');
  const input = AgregarCodigoInput.parse(raw);
  const acto = { verbo: 'producto.codigo_agregar', input };
  const work = async (tx: Tx) => {
    await lockProducto(tx, input.idProducto);
    const codigo = await insertCodigo(tx, ctx, input);
    await emitAudit(tx, ctx, {
      accion: 'producto.codigo_agregar',
      entidad: 'producto',
      idEntidad: input.idProducto,
      despues: { codigo: input.codigo, id_presentacion: input.idPresentacion },
    });
    publish(tx, { tema: 'producto', idSucursal: null, ids: [input.idProducto] });
    return { respuesta: codigo };
  };
  return conCodigosUnicos({ codigoBarras: input.codigo }, () => writeOnce(ctx, acto, { work }));
}

/** Writes one more code of a locked product. Throws PresentacionNoEncontradaError, CodigoRepetidoError. */
export async function insertCodigo(
  tx: Tx,
  ctx: Context,
  { idProducto, idPresentacion, codigo }: { idProducto: number; idPresentacion: number | null; codigo: string },
): Promise<CodigoDto> {
  if (idPresentacion !== null) {
    const [hay] = await tx.sql`
      select 1 from presentacion_producto where id = ${idPresentacion} and id_producto = ${idProducto} and estado`;
    if (!hay) throw new PresentacionNoEncontradaError();
  }
  await requireCodigoLibre(tx, codigo);
  const ahora = ctx.ahora.toISOString();
  const [fila] = await tx.sql<{ id: number }[]>`
    insert into codigo_producto (id_producto, id_presentacion, codigo, id_user_create, created_at, updated_at)
    values (${idProducto}, ${idPresentacion}, ${codigo}, ${ctx.actor.idUsuario}, ${ahora}::timestamptz, ${ahora}::timestamptz)
    returning id`;
  return { id: fila?.id ?? 0, codigo, principal: false };
}
