import type { z } from 'zod';
import { emitAudit } from '@/lib/audit';
import { requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { PermisoError, ValidacionError } from '@/lib/errors';
import { siguienteDeSerie } from '@/lib/kardex/documento';
import { writeOnce } from '@/lib/operacion/write-once';
import { trabajaEn } from './alcance';
import { leerProductosDe, sumarPorProducto } from './lineas';
import { publicarTransferencia } from './publicar';
import { leerTransferenciaEn } from './read-transferencia';
import { SolicitarInput } from './schemas';
import type { TransferenciaDetalleDto } from './schemas-respuestas';

/**
 * Asks a branch for goods, or announces that one's own is going to send them. Nothing moves yet.
 * Throws PermisoError, ValidacionError, LineaSinProductoError, UnidadesEnterasError.
 */
export async function solicitarTransferencia(
  ctx: Context,
  raw: z.input<typeof SolicitarInput> | unknown,
): Promise<TransferenciaDetalleDto> {
  requirePermiso(ctx, 'inventario:transferir');
  const input = SolicitarInput.parse(raw);
  const idOrigen = input.idOrigen ?? ctx.idSucursal;
  const idDestino = input.idDestino ?? ctx.idSucursal;
  if (idOrigen === idDestino) {
    const frase = 'La transferencia va de una sucursal a otra.';
    throw new ValidacionError(frase, { [input.idOrigen === null ? 'id_destino' : 'id_origen']: frase });
  }
  if (!trabajaEn(ctx, idOrigen) && !trabajaEn(ctx, idDestino)) {
    throw new PermisoError('Una de las dos sucursales tiene que ser la propia.');
  }
  return writeOnce(
    ctx,
    { verbo: 'transferencia.solicitar', input },
    {
      work: async (tx) => {
        const vivas = await tx.sql`select 1 from sucursal where id in (${idOrigen}, ${idDestino}) and estado for share`;
        if (vivas.length < 2)
          throw new ValidacionError('La sucursal no existe.', { id_destino: 'La sucursal no existe.' });
        const productos = await leerProductosDe(tx, input.lineas);
        const numero = await siguienteDeSerie(tx, idOrigen, 'T');
        const [fila] = await tx.sql<{ id: number }[]>`
          insert into transferencia (numero, id_origen, id_destino, estado, nota, solicitada_en, solicitada_por)
          values (${numero}, ${idOrigen}, ${idDestino}, 'SOLICITADA', ${input.nota}, ${ctx.ahora.toISOString()}::timestamptz,
            ${ctx.actor.idUsuario})
          returning id`;
        if (!fila) throw new Error('transferencia: the insert gave no id');
        const lineas = [...sumarPorProducto(input.lineas)].map(([idProducto, pedida], i) => {
          const { nombre, unidad } = productos.get(idProducto) ?? {};
          return { linea: i + 1, idProducto, nombre, unidad, pedida };
        });
        await tx.sql`
          insert into transferencia_linea (id_transferencia, linea, id_producto, nombre, unidad, pedida)
          select ${fila.id}::int, x.linea, x."idProducto", x.nombre, x.unidad, x.pedida
          from jsonb_to_recordset(${JSON.stringify(lineas)}::text::jsonb)
            as x(linea int, "idProducto" int, nombre text, unidad text, pedida bigint)`;
        await emitAudit(tx, ctx, {
          accion: 'transferencia.solicitar',
          entidad: 'transferencia',
          idEntidad: fila.id,
          despues: { id_origen: idOrigen, id_destino: idDestino, productos: lineas.length, nota: input.nota },
        });
        publicarTransferencia(tx, { idOrigen, idDestino });
        return { respuesta: await leerTransferenciaEn(tx.sql, ctx, fila.id) };
      },
    },
  );
}
