import { emitAudit } from '@/lib/audit';
import { requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { writeOnce } from '@/lib/operacion/write-once';
import { lockProducto, requireSucursal } from '@/lib/producto/steps';
import { publish } from '@/lib/realtime/publish';
import { PonerReposicionInput } from './schemas';

type Reposicion = { stockMinimo: number | null; diasCobertura: number | null };

/**
 * Says from how much on a branch should restock a product, and for how many days there should be; with both `null`, what
 * the product says for all. Throws PermisoError, SucursalAjenaError, ProductoNoEncontradoError.
 */
export async function ponerReposicion(ctx: Context, raw: unknown): Promise<{ id_producto: number }> {
  requirePermiso(ctx, 'producto:editar');
  const input = PonerReposicionInput.parse(raw);
  requireSucursal(ctx, input.idSucursal);
  return writeOnce(
    ctx,
    { verbo: 'producto.reposicion', input },
    {
      work: async (tx) => {
        await lockProducto(tx, input.idProducto);
        const [antes] = await tx.sql<Reposicion[]>`
          select stock_minimo as "stockMinimo", dias_cobertura as "diasCobertura" from reposicion
          where id_producto = ${input.idProducto} and id_sucursal = ${input.idSucursal}`;
        await tx.sql`
          insert into reposicion (id_producto, id_sucursal, stock_minimo, dias_cobertura, id_user_update, updated_at)
          values (${input.idProducto}, ${input.idSucursal}, ${input.stockMinimo}, ${input.diasCobertura},
            ${ctx.actor.idUsuario}, ${ctx.ahora.toISOString()}::timestamptz)
          on conflict (id_producto, id_sucursal) do update set stock_minimo = excluded.stock_minimo,
            dias_cobertura = excluded.dias_cobertura, id_user_update = excluded.id_user_update,
            updated_at = excluded.updated_at`;
        await emitAudit(tx, ctx, {
          accion: 'producto.reposicion',
          entidad: 'producto',
          idEntidad: input.idProducto,
          antes: { id_sucursal: input.idSucursal, ...antes },
          despues: {
            id_sucursal: input.idSucursal,
            stockMinimo: input.stockMinimo,
            diasCobertura: input.diasCobertura,
          },
        });
        publish(tx, { tema: 'producto', idSucursal: input.idSucursal, ids: [input.idProducto] });
        return { respuesta: { id_producto: input.idProducto } };
      },
    },
  );
}
