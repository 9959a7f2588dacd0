import { emitAudit } from '@/lib/audit';
import { requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { jsonDeCentavos } from '@/lib/money';
import { writeOnce } from '@/lib/operacion/write-once';
import { SucursalAjenaError } from '@/lib/producto/errors';
import { lockProducto, ponerPrecioSucursal, requireSucursal } from '@/lib/producto/steps';
import { publish } from '@/lib/realtime/publish';
import { PresentacionNoEncontradaError } from './errors';
import { PonerPrecioInput } from './schemas';

/**
 * Gives a branch its own price of a product or of one of its presentations, or takes it off (`null`): then what everybody
 * charges is in force again. The history writes itself. Throws PermisoError, SucursalAjenaError, ProductoNoEncontradoError,
 * PresentacionNoEncontradaError.
 */
export async function ponerPrecio(ctx: Context, raw: unknown): Promise<{ id_producto: number; precio: number | null }> {
  requirePermiso(ctx, 'producto:editar');
  const input = PonerPrecioInput.parse(raw);
  requireSucursal(ctx, input.idSucursal);
  return writeOnce(
    ctx,
    { verbo: 'producto.precio_sucursal', input },
    {
      work: async (tx) => {
        await lockProducto(tx, input.idProducto);
        const [hay] = await tx.sql<{ sucursal: boolean; presentacion: string | null; antes: number | null }[]>`
          select exists (select 1 from sucursal where id = ${input.idSucursal} and estado) as sucursal,
            (select nombre from presentacion_producto where id = ${input.idPresentacion} and id_producto = ${input.idProducto}
              and estado) as presentacion,
            (select precio from precio_sucursal where id_producto = ${input.idProducto} and estado
              and id_presentacion is not distinct from ${input.idPresentacion}::int and id_sucursal = ${input.idSucursal})
              as antes`;
        if (!hay?.sucursal) throw new SucursalAjenaError();
        if (input.idPresentacion !== null && hay.presentacion === null) throw new PresentacionNoEncontradaError();
        const respuesta = {
          id_producto: input.idProducto,
          precio: input.precio === null ? null : jsonDeCentavos(input.precio),
        };
        if (hay.antes === input.precio) return { respuesta };
        await ponerPrecioSucursal(tx, ctx, input, input.precio);
        const { presentacion } = hay;
        await emitAudit(tx, ctx, {
          accion: 'producto.precio_sucursal',
          entidad: 'producto',
          idEntidad: input.idProducto,
          antes: { id_sucursal: input.idSucursal, presentacion, precio_sucursal: hay.antes },
          despues: { id_sucursal: input.idSucursal, presentacion, precio_sucursal: input.precio },
        });
        publish(tx, { tema: 'producto', idSucursal: null, ids: [input.idProducto] });
        return { respuesta };
      },
    },
  );
}
