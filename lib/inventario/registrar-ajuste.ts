import type { z } from 'zod';
import { conAprobacion } from '@/lib/aprobacion/steps';
import { emitAudit } from '@/lib/audit';
import { requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { escribirDocumento, idDeDocumento } from '@/lib/kardex/documento';
import { lockExistencias } from '@/lib/kardex/mover-stock';
import { NADA } from '@/lib/kardex/rules';
import { writeOnce } from '@/lib/operacion/write-once';
import { valorDelAjuste } from '@/lib/producto/steps';
import { publish } from '@/lib/realtime/publish';
import { autorizarDiferencias } from './autorizar-diferencias';
import { LineaRepetidaError, SinDiferenciaError } from './errors';
import { leerProductosDe } from './lineas';
import { leerDocumentoEn } from './read-documento';
import { AjusteInput } from './schemas';
import type { DocumentoStockDetalleDto } from './schemas-respuestas';

/**
 * Brings what the branch has of some products to what somebody found, in one document, against *diferencia de inventario*.
 * Differences worth more than the actor's cap, added up at cost, need an approval. Once per `ctx.clave`.
 * Throws PermisoError, RequiereAprobacionError, SinDiferenciaError, LineaRepetidaError, LineaSinProductoError, UnidadesEnterasError.
 */
export async function registrarAjuste(
  ctx: Context,
  raw: z.input<typeof AjusteInput> | unknown,
): Promise<DocumentoStockDetalleDto> {
  requirePermiso(ctx, 'producto:ajustar');
  const input = AjusteInput.parse(raw);
  return conAprobacion(ctx, () =>
    writeOnce(
      ctx,
      { verbo: 'inventario.ajuste', input },
      {
        work: async (tx) => {
          // One adjustment of a product at a time: of one never stocked there is no existencia to lock.
          const productos = await leerProductosDe(tx, input.lineas, true);
          if (productos.size < input.lineas.length) throw new LineaRepetidaError();
          const existencias = await lockExistencias(tx, ctx.idSucursal, [...productos.keys()]);
          const lineas = [...productos.values()].flatMap((p) => {
            const hay = existencias.get(p.id) ?? NADA;
            const cantidad = (input.lineas.find((l) => l.idProducto === p.id)?.cantidad ?? 0) - hay.cantidad;
            if (cantidad === 0) return [];
            const valor = valorDelAjuste(hay, cantidad, p.costoCompra);
            return [{ idProducto: p.id, nombre: p.nombre, unidad: p.unidad, cantidad, valor }];
          });
          if (lineas.length === 0) throw new SinDiferenciaError();
          const id = await idDeDocumento(tx);
          const acto = { verbo: 'inventario.ajuste', input, que: 'ajuste de existencias', motivo: input.motivo };
          await autorizarDiferencias(tx, ctx, acto, lineas, { tipo: 'documento_stock', id });
          const { motivo } = input;
          const { folio, valor } = await escribirDocumento(tx, ctx, {
            id,
            tipo: 'AJUSTE',
            idSucursal: ctx.idSucursal,
            motivo,
            lineas,
          });
          await emitAudit(tx, ctx, {
            accion: 'inventario.ajuste',
            entidad: 'documento_stock',
            idEntidad: id,
            despues: { folio, valor, motivo },
          });
          publish(tx, { tema: 'producto', idSucursal: ctx.idSucursal, ids: [...productos.keys()] });
          publish(tx, { tema: 'inventario', idSucursal: ctx.idSucursal });
          return { respuesta: await leerDocumentoEn(tx.sql, ctx, id) };
        },
      },
    ),
  );
}
