import type { z } from 'zod';
import { conAprobacion } from '@/lib/aprobacion/steps';
import { emitAudit } from '@/lib/audit';
import { requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { writeOnce } from '@/lib/operacion/write-once';
import { publish } from '@/lib/realtime/publish';
import { ProductoNoEncontradoError } from './errors';
import { AjustarStockInput, type ProductoDto } from './schemas';
import { ajustarExistencia, leerProductoEn } from './steps';

/**
 * Brings the branch's stock of a product to what was counted, with a motive, against *diferencia de inventario*.
 * Throws PermisoError, RequiereAprobacionError (over the cap, at cost), ProductoNoEncontradoError, ValidacionError.
 */
export async function ajustarStock(
  ctx: Context,
  raw: z.input<typeof AjustarStockInput> | unknown,
): Promise<ProductoDto> {
  requirePermiso(ctx, 'producto:ajustar');
  const input = AjustarStockInput.parse(raw);
  const acto = { verbo: 'producto.ajustar', input };
  return conAprobacion(ctx, () =>
    writeOnce(ctx, acto, {
      work: async (tx) => {
        // One count at a time: of a product never stocked there is no existencia to lock. Sales do not wait for this.
        const [producto] = await tx.sql<{ id: number; nombre: string; unidad: string; costoCompra: number }[]>`
        select id, nombre, unidad, costo_compra as "costoCompra" from producto where id = ${input.id} and estado for no key update`;
        if (!producto) throw new ProductoNoEncontradoError();
        const { habia, idDocumento } = await ajustarExistencia(tx, ctx, producto, input, acto);
        await emitAudit(tx, ctx, {
          accion: 'producto.ajustar',
          entidad: 'producto',
          idEntidad: input.id,
          antes: { cantidad: habia },
          despues: { cantidad: input.hasta, motivo: input.motivo, id_documento_stock: idDocumento },
        });
        publish(tx, { tema: 'producto', idSucursal: ctx.idSucursal, ids: [input.id] });
        publish(tx, { tema: 'inventario', idSucursal: ctx.idSucursal });
        return { respuesta: await leerProductoEn(tx, ctx, input.id) };
      },
    }),
  );
}
