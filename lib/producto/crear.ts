import type { z } from 'zod';
import type { Tx } from '@/db/transaction';
import { emitAudit } from '@/lib/audit';
import { requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { moverStock } from '@/lib/kardex/mover-stock';
import { writeOnce } from '@/lib/operacion/write-once';
import { publish } from '@/lib/realtime/publish';
import { conCodigosUnicos, requireCodigoLibre, requireSkuLibre } from './codigos';
import { CodigoRepetidoError } from './errors';
import { busquedaDe } from './rules';
import { CrearProductoInput, type NuevoProducto, type ProductoDto } from './schemas';
import { asentarInventario, leerProductoEn, lockCategoria, valorDe } from './steps';

/**
 * Creates a product; its opening stock enters the kardex of the caller's branch at cost, against capital.
 * Codes and SKUs are unique among what lives. Throws PermisoError, ValidacionError, CodigoRepetidoError, SkuRepetidoError.
 */
export async function crearProducto(
  ctx: Context,
  raw: z.input<typeof CrearProductoInput> | unknown,
): Promise<ProductoDto> {
  requirePermiso(ctx, 'producto:editar');
  const input = CrearProductoInput.parse(raw);
  return conCodigosUnicos(input, () =>
    writeOnce(
      ctx,
      { verbo: 'producto.crear', input },
      {
        work: async (tx) => {
          await lockCategoria(tx, input.idCategoria);
          await requireCodigoLibre(tx, input.codigoBarras);
          await requireSkuLibre(tx, input.sku);
          const id = await insertProducto(tx, ctx, input);
          await entrarStockInicial(tx, ctx, id, input);
          const dto = await leerProductoEn(tx, ctx, id);
          await emitAudit(tx, ctx, { accion: 'producto.crear', entidad: 'producto', idEntidad: id, despues: input });
          publish(tx, { tema: 'producto', idSucursal: null, ids: [id] });
          return { respuesta: dto };
        },
      },
    ),
  );
}

async function insertProducto(tx: Tx, ctx: Context, p: NuevoProducto): Promise<number> {
  const ahora = ctx.ahora.toISOString();
  const [fila] = await tx.sql<{ id: number }[]>`
    insert into producto (nombre, codigo_barras, sku, dias_cobertura, tratamiento, politica_sobreventa, unidad, id_categoria,
      precio_venta, costo_compra, stock_minimo, favorito, busqueda, id_user_create, created_at, updated_at)
    values (${p.nombre}, ${p.codigoBarras}, ${p.sku}, ${p.diasCobertura}, ${p.tratamiento}, ${p.politicaSobreventa}, ${p.unidad}, ${p.idCategoria}, ${p.precioVenta}, ${p.costoCompra},
      ${p.stockMinimo}, ${p.favorito}, ${busquedaDe(p.nombre, p.codigoBarras)}, ${ctx.actor.idUsuario},
      ${ahora}::timestamptz, ${ahora}::timestamptz)
    on conflict (codigo_barras) where estado do nothing returning id`;
  if (fila) return fila.id;
  // Somebody took it since it was looked at: now its owner can be read.
  await requireCodigoLibre(tx, p.codigoBarras);
  throw new CodigoRepetidoError(p.codigoBarras ?? '', null);
}

async function entrarStockInicial(tx: Tx, ctx: Context, id: number, p: NuevoProducto): Promise<void> {
  if (p.stockActual === 0) return;
  const documento = { tipoDocumento: 'stock_inicial', idDocumento: id, idSucursal: ctx.idSucursal };
  const valor = valorDe(p.costoCompra, p.stockActual);
  const glosa = `Stock inicial de ${p.nombre}`;
  const idAsiento = await asentarInventario(tx, ctx, { ...documento, valor, contra: 'capital', glosa });
  const fila = { idProducto: id, cantidad: p.stockActual, valor };
  await moverStock(tx, ctx, { ...documento, tipo: 'INICIAL', idAsiento, filas: [fila] });
}
