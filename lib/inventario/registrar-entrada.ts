import type { z } from 'zod';
import type { Tx } from '@/db/transaction';
import { emitAudit } from '@/lib/audit';
import { requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { escribirDocumento, type LineaDocumento } from '@/lib/kardex/documento';
import { lockExistencias } from '@/lib/kardex/mover-stock';
import { mulDiv } from '@/lib/money';
import { writeOnce } from '@/lib/operacion/write-once';
import { valorDe } from '@/lib/producto/steps';
import { publish } from '@/lib/realtime/publish';
import { leerProductosDe, type ProductoDeStock } from './lineas';
import { leerDocumentoEn } from './read-documento';
import { type Entrada, EntradaInput } from './schemas';
import type { DocumentoStockDetalleDto } from './schemas-respuestas';

/**
 * Goods come in without a purchase, at what they cost, against the account of its concepto. The cost given becomes the
 * product's last cost; dates of expiry start to be watched. Once per `ctx.clave`.
 * Throws PermisoError, ValidacionError, LineaSinProductoError, UnidadesEnterasError.
 */
export async function registrarEntrada(
  ctx: Context,
  raw: z.input<typeof EntradaInput> | unknown,
): Promise<DocumentoStockDetalleDto> {
  requirePermiso(ctx, 'inventario:entrada');
  const input = EntradaInput.parse(raw);
  return writeOnce(
    ctx,
    { verbo: 'inventario.entrada', input },
    {
      work: async (tx) => {
        const productos = await leerProductosDe(tx, input.lineas, true);
        await lockExistencias(tx, ctx.idSucursal, [...productos.keys()]);
        const lineas = lineasDeEntrada(input, productos);
        await guardarCostos(tx, ctx, input, productos);
        const { id, folio, valor } = await escribirDocumento(tx, ctx, {
          tipo: 'ENTRADA',
          concepto: input.concepto,
          idSucursal: ctx.idSucursal,
          motivo: input.motivo,
          proveedor: input.proveedor,
          lineas,
        });
        await vigilarVencimientos(tx, ctx, input, id);
        await emitAudit(tx, ctx, {
          accion: 'inventario.entrada',
          entidad: 'documento_stock',
          idEntidad: id,
          despues: { folio, valor, concepto: input.concepto, motivo: input.motivo, proveedor: input.proveedor },
        });
        publish(tx, { tema: 'producto', idSucursal: ctx.idSucursal, ids: [...productos.keys()] });
        publish(tx, { tema: 'inventario', idSucursal: ctx.idSucursal });
        return { respuesta: await leerDocumentoEn(tx.sql, ctx, id) };
      },
    },
  );
}

/** One line a product: what it adds and what it cost in all. */
function lineasDeEntrada(input: Entrada, productos: ReadonlyMap<number, ProductoDeStock>): LineaDocumento[] {
  return [...productos.values()].map((p) => {
    const suyas = input.lineas.filter((l) => l.idProducto === p.id);
    return {
      idProducto: p.id,
      nombre: p.nombre,
      unidad: p.unidad,
      cantidad: suyas.reduce((suma, l) => suma + l.cantidad, 0),
      valor: suyas.reduce((suma, l) => suma + (l.subtotal ?? valorDe(l.costo ?? p.costoCompra, l.cantidad)), 0),
    };
  });
}

/** The last cost of each product, where one was given. Its history writes itself. */
async function guardarCostos(
  tx: Tx,
  ctx: Context,
  input: Entrada,
  productos: ReadonlyMap<number, ProductoDeStock>,
): Promise<void> {
  const costos = new Map<number, number>();
  for (const l of input.lineas) {
    const costo = l.subtotal === null ? l.costo : mulDiv(l.subtotal, 1000, l.cantidad);
    if (costo !== null && costo !== productos.get(l.idProducto)?.costoCompra) costos.set(l.idProducto, costo);
  }
  if (costos.size === 0) return;
  const filas = [...costos].map(([id, costo]) => ({ id, costo }));
  await tx.sql`
    update producto p set costo_compra = x.costo, id_user_update = ${ctx.actor.idUsuario},
      updated_at = ${ctx.ahora.toISOString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(filas)}::text::jsonb) as x(id int, costo bigint) where p.id = x.id`;
}

async function vigilarVencimientos(tx: Tx, ctx: Context, input: Entrada, idDocumento: number): Promise<void> {
  const filas = input.lineas.filter((l) => l.vence !== null);
  if (filas.length === 0) return;
  const ahora = ctx.ahora.toISOString();
  await tx.sql`
    insert into vencimiento (id_producto, id_sucursal, lote, vence, cantidad, id_documento, id_user_create, created_at, updated_at)
    select x."idProducto", ${ctx.idSucursal}::int, x.lote, x.vence, x.cantidad, ${idDocumento}::int,
      ${ctx.actor.idUsuario}::int,
      ${ahora}::timestamptz, ${ahora}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(filas)}::text::jsonb)
      as x("idProducto" int, lote text, vence date, cantidad bigint)`;
}
