import type { z } from 'zod';
import type { Tx } from '@/db/transaction';
import type { ActoPorAprobar } from '@/lib/aprobacion/schemas';
import { autorizar, conAprobacion } from '@/lib/aprobacion/steps';
import { emitAudit } from '@/lib/audit';
import { requirePermiso } from '@/lib/auth/permisos';
import { alcanza, fraseDeLimite } from '@/lib/auth/topes';
import type { Context } from '@/lib/context';
import { escribirDocumento, idDeDocumento, type LineaDocumento } from '@/lib/kardex/documento';
import { StockInsuficienteError } from '@/lib/kardex/errors';
import { lockExistencias } from '@/lib/kardex/mover-stock';
import { costoDeSalida, type Existencia, NADA, TIPOS_DOCUMENTO } from '@/lib/kardex/rules';
import { formatBs } from '@/lib/money';
import { writeOnce } from '@/lib/operacion/write-once';
import { formatCantidad } from '@/lib/quantity';
import { publish } from '@/lib/realtime/publish';
import { leerProductosDe, type ProductoDeStock, sumarPorProducto } from './lineas';
import { leerDocumentoEn } from './read-documento';
import { type Salida, SalidaInput } from './schemas';
import type { DocumentoStockDetalleDto } from './schemas-respuestas';

/**
 * Goods go out without a sale: lost, used by the shop, or expired; each kind to its own account, at the average cost. What
 * is worth more than the actor's cap needs an approval. Once per `ctx.clave`.
 * Throws PermisoError, RequiereAprobacionError, StockInsuficienteError, LineaSinProductoError, UnidadesEnterasError.
 */
export async function registrarSalida(
  ctx: Context,
  raw: z.input<typeof SalidaInput> | unknown,
): Promise<DocumentoStockDetalleDto> {
  requirePermiso(ctx, 'inventario:salida');
  const input = SalidaInput.parse(raw);
  return conAprobacion(ctx, () =>
    writeOnce(
      ctx,
      { verbo: 'inventario.salida', input },
      {
        work: async (tx) => {
          const productos = await leerProductosDe(tx, input.lineas);
          const piden = sumarPorProducto(input.lineas);
          const existencias = await lockExistencias(tx, ctx.idSucursal, [...piden.keys()]);
          const lineas = lineasDeSalida(piden, productos, existencias);
          const id = await idDeDocumento(tx);
          await autorizarSalida(tx, ctx, input, lineas, id);
          const { tipo, motivo } = input;
          const { folio, valor } = await escribirDocumento(tx, ctx, {
            id,
            tipo,
            idSucursal: ctx.idSucursal,
            motivo,
            lineas,
          });
          await emitAudit(tx, ctx, {
            accion: 'inventario.salida',
            entidad: 'documento_stock',
            idEntidad: id,
            despues: { folio, tipo, valor, motivo },
          });
          publish(tx, { tema: 'producto', idSucursal: ctx.idSucursal, ids: [...piden.keys()] });
          publish(tx, { tema: 'inventario', idSucursal: ctx.idSucursal });
          return { respuesta: await leerDocumentoEn(tx.sql, ctx, id) };
        },
      },
    ),
  );
}

/** What leaves, at the average of what there is. Throws StockInsuficienteError. */
export function lineasDeSalida(
  piden: ReadonlyMap<number, number>,
  productos: ReadonlyMap<number, ProductoDeStock>,
  existencias: ReadonlyMap<number, Existencia>,
): LineaDocumento[] {
  return [...piden].map(([idProducto, cantidad], i) => {
    const { nombre = '', unidad = 'unidad' } = productos.get(idProducto) ?? {};
    const hay = existencias.get(idProducto) ?? NADA;
    if (hay.cantidad < cantidad) {
      throw new StockInsuficienteError(nombre, hay.cantidad, {
        [`lineas.${i}.cantidad`]: 'No hay existencia suficiente.',
      });
    }
    return { idProducto, nombre, unidad, cantidad: -cantidad, valor: -costoDeSalida(hay, cantidad) };
  });
}

async function autorizarSalida(
  tx: Tx,
  ctx: Context,
  input: Salida,
  lineas: readonly LineaDocumento[],
  id: number,
): Promise<void> {
  const monto = lineas.reduce((suma, l) => suma - l.valor, 0);
  if (alcanza(ctx, 'inventario:salida', monto)) return;
  const { nombre } = TIPOS_DOCUMENTO[input.tipo];
  const acto = (): ActoPorAprobar => ({
    verbo: 'inventario.salida',
    input,
    resumen: `${nombre.toLowerCase()} de ${lineas.length === 1 ? (lineas[0]?.nombre ?? '') : `${lineas.length} productos`}`,
    detalle: [
      ...lineas.slice(0, 8).map((l) => ({ etiqueta: formatCantidad(-l.cantidad), valor: l.nombre })),
      { etiqueta: 'Motivo de la salida', valor: input.motivo },
    ],
  });
  const frase = `Salen ${formatBs(monto)} al costo; ${fraseDeLimite(ctx, 'inventario:salida')}`;
  const exceso = { permiso: 'inventario:salida', cuanto: monto, monto, frase, reserva: 'producto:ver_costo' } as const;
  await autorizar(tx, ctx, acto, [exceso], { tipo: 'documento_stock', id });
}
