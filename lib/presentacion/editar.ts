import type { Tx } from '@/db/transaction';
import { emitAudit } from '@/lib/audit';
import { requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { writeOnce } from '@/lib/operacion/write-once';
import { publish } from '@/lib/realtime/publish';
import { lockPresentacion } from './lock';
import { conNombreUnico } from './nombre-unico';
import { leerPresentacionEn } from './read';
import { EditarPresentacionInput, type PresentacionDto } from './schemas';

/**
 * Renames a presentation or changes its price; the history of the price writes itself.
 * Throws PermisoError, PresentacionNoEncontradaError, PresentacionRepetidaError.
 */
export async function editarPresentacion(ctx: Context, raw: unknown): Promise<PresentacionDto> {
  requirePermiso(ctx, 'producto:editar');
  const input = EditarPresentacionInput.parse(raw);
  const work = async (tx: Tx) => {
    const antes = await lockPresentacion(tx, input.id);
    const nombre = input.nombre ?? antes.nombre;
    const precio = input.precioVenta ?? antes.precioVenta;
    if (nombre !== antes.nombre || precio !== antes.precioVenta) {
      await tx.sql`
        update presentacion_producto set nombre = ${nombre}, precio_venta = ${precio},
          id_user_update = ${ctx.actor.idUsuario}, updated_at = ${ctx.ahora.toISOString()}::timestamptz
        where id = ${input.id}`;
      await emitAudit(tx, ctx, {
        accion: 'producto.presentacion_editar',
        entidad: 'producto',
        idEntidad: antes.idProducto,
        antes: { presentacion: antes.nombre, precio_venta: antes.precioVenta },
        despues: { presentacion: nombre, precio_venta: precio },
      });
      publish(tx, { tema: 'producto', idSucursal: null, ids: [antes.idProducto] });
    }
    return { respuesta: await leerPresentacionEn(tx, input.id) };
  };
  const acto = { verbo: 'producto.presentacion_editar', input };
  return conNombreUnico(input.nombre ?? '', () => writeOnce(ctx, acto, { work }));
}
