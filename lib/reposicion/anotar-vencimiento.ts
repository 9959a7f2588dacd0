import { emitAudit } from '@/lib/audit';
import { requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { writeOnce } from '@/lib/operacion/write-once';
import { lockProducto } from '@/lib/producto/steps';
import { leerVencimientoEn } from './read';
import { AnotarVencimientoInput, type VencimientoDto } from './schemas';

/**
 * Writes down that goods of the caller's branch expire on a day, to be watched. Moves no stock.
 * Throws PermisoError, ProductoNoEncontradoError.
 */
export async function anotarVencimiento(ctx: Context, raw: unknown): Promise<VencimientoDto> {
  requirePermiso(ctx, 'producto:editar');
  const input = AnotarVencimientoInput.parse(raw);
  return writeOnce(
    ctx,
    { verbo: 'producto.vencimiento', input },
    {
      work: async (tx) => {
        await lockProducto(tx, input.idProducto);
        const ahora = ctx.ahora.toISOString();
        const [fila] = await tx.sql<{ id: number }[]>`
          insert into vencimiento (id_producto, id_sucursal, lote, vence, cantidad, id_user_create, created_at, updated_at)
          values (${input.idProducto}, ${ctx.idSucursal}, ${input.lote}, ${input.vence}::date, ${input.cantidad},
            ${ctx.actor.idUsuario}, ${ahora}::timestamptz, ${ahora}::timestamptz)
          returning id`;
        const { vence, lote, cantidad, idProducto } = input;
        await emitAudit(tx, ctx, {
          accion: 'producto.vencimiento',
          entidad: 'producto',
          idEntidad: idProducto,
          despues: { vence, lote, cantidad },
        });
        return { respuesta: await leerVencimientoEn(tx.sql, ctx, fila?.id ?? 0) };
      },
    },
  );
}
