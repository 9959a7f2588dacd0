import { emitAudit } from '@/lib/audit';
import { requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { writeOnce } from '@/lib/operacion/write-once';
import { publish } from '@/lib/realtime/publish';
import { lockPresentacion } from './lock';
import { leerPresentacionEn } from './read';
import { PorIdInput, type PresentacionDto } from './schemas';

/**
 * Deletes a presentation (soft): it is sold no more, its codes are free and its branch prices end. What was sold by it
 * stays as it was. Throws PermisoError, PresentacionNoEncontradaError.
 */
export async function eliminarPresentacion(ctx: Context, raw: unknown): Promise<PresentacionDto> {
  requirePermiso(ctx, 'producto:editar');
  const { id } = PorIdInput.parse(raw);
  return writeOnce(
    ctx,
    { verbo: 'producto.presentacion_eliminar', input: { id } },
    {
      work: async (tx) => {
        const { idProducto } = await lockPresentacion(tx, id);
        const dto = await leerPresentacionEn(tx, id);
        const quien = ctx.actor.idUsuario;
        const ahora = ctx.ahora.toISOString();
        await tx.sql`
          update codigo_producto set estado = false, id_user_update = ${quien}, updated_at = ${ahora}::timestamptz
          where id_producto = ${idProducto} and id_presentacion = ${id} and estado`;
        await tx.sql`
          update precio_sucursal set estado = false, id_user_update = ${quien}, updated_at = ${ahora}::timestamptz
          where id_producto = ${idProducto} and id_presentacion = ${id} and estado`;
        await tx.sql`
          update presentacion_producto set estado = false, id_user_update = ${quien}, updated_at = ${ahora}::timestamptz
          where id = ${id}`;
        await emitAudit(tx, ctx, {
          accion: 'producto.presentacion_eliminar',
          entidad: 'producto',
          idEntidad: idProducto,
          antes: { presentacion: dto.nombre, codigos: dto.codigos.map((c) => c.codigo) },
        });
        publish(tx, { tema: 'producto', idSucursal: null, ids: [idProducto] });
        return { respuesta: dto };
      },
    },
  );
}
