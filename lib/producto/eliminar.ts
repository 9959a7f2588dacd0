import type { z } from 'zod';
import { emitAudit } from '@/lib/audit';
import { requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { writeOnce } from '@/lib/operacion/write-once';
import { publish } from '@/lib/realtime/publish';
import { ProductoConStockError, ProductoNoEncontradoError } from './errors';
import { PorIdInput, type ProductoDto } from './schemas';
import { leerProductoEn } from './steps';

/**
 * Deletes a product (soft): it leaves the lists and its code can be used again; its history stays. Refused while any
 * branch has some, or some is on its way, because goods that exist and are worth money must stay in sight.
 * Throws PermisoError, ProductoNoEncontradoError, ProductoConStockError.
 */
export async function eliminarProducto(ctx: Context, raw: z.input<typeof PorIdInput> | unknown): Promise<ProductoDto> {
  requirePermiso(ctx, 'producto:editar');
  const { id } = PorIdInput.parse(raw);
  return writeOnce(
    ctx,
    { verbo: 'producto.eliminar', input: { id } },
    {
      work: async (tx) => {
        const [fila] = await tx.sql`select 1 from producto where id = ${id} and estado for no key update`;
        if (!fila) throw new ProductoNoEncontradoError();
        await tx.sql`select 1 from existencia where id_producto = ${id} order by id_sucursal for update`;
        const dto = await leerProductoEn(tx, ctx, id);
        const [queda] = await tx.sql<{ cantidad: number; sucursal: string }[]>`
        select cantidad, sucursal from (
          select e.cantidad, s.nombre as sucursal, s.id from existencia e join sucursal s on s.id = e.id_sucursal
            where e.id_producto = ${id} and e.cantidad > 0
          union all
          select l.enviada - l.recibida - l.perdida, 'camino a ' || s.nombre, s.id from transferencia_linea l
            join transferencia t on t.id = l.id_transferencia and t.estado in ('ENVIADA', 'PARCIAL')
            join sucursal s on s.id = t.id_destino
            where l.id_producto = ${id} and l.enviada > l.recibida + l.perdida) hay
        order by (id = ${ctx.idSucursal}) desc, id limit 1`;
        if (queda) throw new ProductoConStockError(dto.nombre, queda.cantidad, queda.sucursal);
        const ahora = ctx.ahora.toISOString();
        await tx.sql`
        update producto set estado = false, favorito = false, id_user_update = ${ctx.actor.idUsuario},
          updated_at = ${ahora}::timestamptz
        where id = ${id}`;
        await emitAudit(tx, ctx, { accion: 'producto.eliminar', entidad: 'producto', idEntidad: id, antes: dto });
        publish(tx, { tema: 'producto', idSucursal: null, ids: [id] });
        return { respuesta: { ...dto, estado: false, id_user_update: ctx.actor.idUsuario, updated_at: ahora } };
      },
    },
  );
}
