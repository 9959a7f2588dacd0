import type { z } from 'zod';
import type { Tx } from '@/db/transaction';
import { emitAudit } from '@/lib/audit';
import { requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { lockExistencias } from '@/lib/kardex/mover-stock';
import { NADA } from '@/lib/kardex/rules';
import { writeOnce } from '@/lib/operacion/write-once';
import { publish } from '@/lib/realtime/publish';
import { FueraDelConteoError } from './errors';
import { leerProductosDe } from './lineas';
import { type ConteoBloqueado, lockConteo } from './lock-conteo';
import { leerLineaEn } from './read-conteo';
import { ContarInput } from './schemas';
import type { ConteoLineaDto } from './schemas-respuestas';

/**
 * Writes down what was counted of a product, together with what the kardex has at that very moment, under the lock of its
 * stock: a sale is wholly before or wholly after. Counting it again replaces it, or adds to it with `sumar`; if goods moved
 * between the goes, the line says so. Once per `ctx.clave`, so that a scan sent twice counts once.
 * Throws PermisoError, ConteoNoEncontradoError, ConteoCerradoError, FueraDelConteoError, LineaSinProductoError.
 */
export async function contarProducto(
  ctx: Context,
  raw: z.input<typeof ContarInput> | unknown,
): Promise<ConteoLineaDto> {
  requirePermiso(ctx, 'inventario:contar');
  const input = ContarInput.parse(raw);
  return writeOnce(
    ctx,
    { verbo: 'conteo.contar', input },
    {
      work: async (tx) => {
        const conteo = await lockConteo(tx, ctx, input.id, 'contar');
        const producto = (await leerProductosDe(tx, [input])).get(input.idProducto);
        if (!producto) throw new Error('leerProductosDe answers every line');
        if (!(await enAlcance(tx, conteo, producto.idCategoria))) throw new FueraDelConteoError(producto.nombre);
        await anotar(tx, ctx, input);
        const linea = await leerLineaEn(tx.sql, ctx, input.id, input.idProducto);
        await emitAudit(tx, ctx, {
          accion: 'conteo.contar',
          entidad: 'conteo',
          idEntidad: input.id,
          despues: { id_producto: input.idProducto, contada: linea.contada },
        });
        publish(tx, { tema: 'inventario', idSucursal: ctx.idSucursal });
        return { respuesta: linea };
      },
    },
  );
}

type Contado = { id: number; idProducto: number; cantidad: number; sumar: boolean };

async function anotar(tx: Tx, ctx: Context, c: Contado): Promise<void> {
  const hay = (await lockExistencias(tx, ctx.idSucursal, [c.idProducto])).get(c.idProducto) ?? NADA;
  await tx.sql`
    insert into conteo_linea as l (id_conteo, id_producto, contada, habia, valor_habia, ultimo_movimiento, contada_en, contada_por)
    values (${c.id}, ${c.idProducto}, ${c.cantidad}, ${hay.cantidad}, ${hay.valor},
      coalesce((select max(m.id) from movimiento_stock m where m.id_producto = ${c.idProducto} and m.id_sucursal = ${ctx.idSucursal}), 0),
      ${ctx.ahora.toISOString()}::timestamptz, ${ctx.actor.idUsuario})
    on conflict (id_conteo, id_producto) do update set
      contada = excluded.contada + case when ${c.sumar} then l.contada else 0 end,
      movida = ${c.sumar} and (l.movida or l.habia <> excluded.habia),
      habia = excluded.habia, valor_habia = excluded.valor_habia, ultimo_movimiento = excluded.ultimo_movimiento, contada_en = excluded.contada_en,
      contada_por = excluded.contada_por`;
}

/** Whether a product's category is the one counted, or inside it. */
async function enAlcance(tx: Tx, conteo: ConteoBloqueado, idCategoria: number): Promise<boolean> {
  if (conteo.idCategoria === null || conteo.idCategoria === idCategoria) return true;
  const dentro = await tx.sql`
    with recursive camino as (
      select id, id_padre from categoria where id = ${idCategoria}
      union all select c.id, c.id_padre from categoria c join camino k on c.id = k.id_padre
    ) select 1 from camino where id = ${conteo.idCategoria} limit 1`;
  return dentro.length > 0;
}
