import type { Tx } from '@/db/transaction';
import { emitAudit } from '@/lib/audit';
import { requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { jsonDeCentavos } from '@/lib/money';
import { writeOnce } from '@/lib/operacion/write-once';
import { conCodigosUnicos, lockProducto } from '@/lib/producto/steps';
import { jsonDeMilesimas } from '@/lib/quantity';
import { publish } from '@/lib/realtime/publish';
import { insertCodigo } from './agregar-codigo';
import { conNombreUnico } from './nombre-unico';
import { CrearPresentacionInput, type PresentacionDto } from './schemas';

/**
 * Creates a presentation of a product, with its price and, if given, its code. The stock stays the product's.
 * Throws PermisoError, ProductoNoEncontradoError, PresentacionRepetidaError, CodigoRepetidoError.
 */
export async function crearPresentacion(ctx: Context, raw: unknown): Promise<PresentacionDto> {
  requirePermiso(ctx, 'producto:editar');
  const input = CrearPresentacionInput.parse(raw);
  const work = async (tx: Tx) => {
    await lockProducto(tx, input.idProducto);
    const ahora = ctx.ahora.toISOString();
    const [fila] = await tx.sql<{ id: number }[]>`
      insert into presentacion_producto (id_producto, nombre, factor, precio_venta, id_user_create, created_at, updated_at)
      values (${input.idProducto}, ${input.nombre}, ${input.factor}, ${input.precioVenta}, ${ctx.actor.idUsuario},
        ${ahora}::timestamptz, ${ahora}::timestamptz)
      returning id`;
    const id = fila?.id ?? 0;
    const { idProducto, codigo } = input;
    const codigos = codigo === null ? [] : [await insertCodigo(tx, ctx, { idProducto, idPresentacion: id, codigo })];
    await emitAudit(tx, ctx, {
      accion: 'producto.presentacion_crear',
      entidad: 'producto',
      idEntidad: idProducto,
      despues: { presentacion: input.nombre, factor: input.factor, precio_venta: input.precioVenta, codigo },
    });
    publish(tx, { tema: 'producto', idSucursal: null, ids: [idProducto] });
    const { nombre, factor, precioVenta } = input;
    const dto = { id, nombre, factor: jsonDeMilesimas(factor), precio_venta: jsonDeCentavos(precioVenta), codigos };
    return { respuesta: dto };
  };
  const write = () => writeOnce(ctx, { verbo: 'producto.presentacion_crear', input }, { work });
  return conNombreUnico(input.nombre, () => conCodigosUnicos({ codigoBarras: input.codigo }, write));
}
