import type { z } from 'zod';
import type { Tx } from '@/db/transaction';
import { conAprobacion } from '@/lib/aprobacion/steps';
import { emitAudit } from '@/lib/audit';
import { requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { writeOnce } from '@/lib/operacion/write-once';
import { publish } from '@/lib/realtime/publish';
import { conCodigosUnicos, requireCodigoLibre, requireSkuLibre } from './codigos';
import { ProductoNoEncontradoError } from './errors';
import { busquedaDe } from './rules';
import { type CambiosProducto, EditarProductoInput, type ProductoDto } from './schemas';
import { ajustarExistencia, leerProductoEn, lockCategoria, ponerPrecioSucursal } from './steps';

type Guardado = {
  nombre: string;
  codigoBarras: string | null;
  sku: string | null;
  unidad: string;
  idCategoria: number;
  precioVenta: number;
  costoCompra: number;
  stockMinimo: number;
  diasCobertura: number | null;
  tratamiento: string;
  politicaSobreventa: string;
  favorito: boolean;
};

/** What the branch says for itself of a product; `null` where it says nothing. */
type Propio = { precio: number | null; minimo: number | null };

/**
 * Edits what is given of a product; the history of its price writes itself. `stock_actual` is ignored unless
 * `motivo_ajuste` comes with it: then the branch's stock is brought to that quantity (right `producto:ajustar`). The price
 * and the minimum are the branch's own where it has them. Throws PermisoError, RequiereAprobacionError (an adjustment over
 * the cap, at cost), ProductoNoEncontradoError, ValidacionError, CodigoRepetidoError, SkuRepetidoError.
 */
export async function editarProducto(
  ctx: Context,
  raw: z.input<typeof EditarProductoInput> | unknown,
): Promise<ProductoDto> {
  requirePermiso(ctx, 'producto:editar');
  const input = EditarProductoInput.parse(raw);
  if (input.ajuste) requirePermiso(ctx, 'producto:ajustar');
  const acto = { verbo: 'producto.editar', input };
  const work = async (tx: Tx) => ({ respuesta: await editar(tx, ctx, input, acto) });
  return conCodigosUnicos(input, () => conAprobacion(ctx, () => writeOnce(ctx, acto, { work })));
}

type Acto = { verbo: string; input: unknown };

async function editar(tx: Tx, ctx: Context, input: CambiosProducto, acto: Acto): Promise<ProductoDto> {
  const antes = await lockProducto(tx, input.id);
  const propio = await leerPropio(tx, ctx, input.id);
  const despues = aplicar(antes, input, propio);
  if (despues.idCategoria !== antes.idCategoria) await lockCategoria(tx, despues.idCategoria);
  if (despues.codigoBarras !== antes.codigoBarras) await requireCodigoLibre(tx, despues.codigoBarras, input.id);
  if (despues.sku !== antes.sku) await requireSkuLibre(tx, despues.sku, input.id);
  const enSucursal = await guardarPropio(tx, ctx, input, propio);
  const cambia = (Object.keys(despues) as (keyof Guardado)[]).some((campo) => antes[campo] !== despues[campo]);
  if (cambia) await guardar(tx, ctx, input.id, despues);
  const { nombre, unidad, costoCompra } = despues;
  const producto = { id: input.id, nombre, unidad, costoCompra };
  const ajuste = input.ajuste ? await ajustarExistencia(tx, ctx, producto, input.ajuste, acto) : undefined;
  if (cambia || input.ajuste || enSucursal) {
    await emitAudit(tx, ctx, {
      accion: 'producto.editar',
      entidad: 'producto',
      idEntidad: input.id,
      antes: { ...antes, stock: ajuste?.habia, ...enSucursal?.antes },
      despues: { ...despues, ajuste: input.ajuste, ...enSucursal?.despues },
    });
    publish(tx, { tema: 'producto', idSucursal: null, ids: [input.id] });
  }
  return leerProductoEn(tx, ctx, input.id);
}

async function lockProducto(tx: Tx, id: number): Promise<Guardado> {
  const [fila] = await tx.sql<Guardado[]>`
    select nombre, codigo_barras as "codigoBarras", sku, unidad, id_categoria as "idCategoria",
      precio_venta as "precioVenta", costo_compra as "costoCompra", stock_minimo as "stockMinimo",
      dias_cobertura as "diasCobertura", tratamiento, politica_sobreventa as "politicaSobreventa", favorito
    from producto where id = ${id} and estado for no key update`;
  if (!fila) throw new ProductoNoEncontradoError();
  return fila;
}

/** What is not given stays; a code, a SKU or days of cover given as `null` are taken off. */
function aplicar(antes: Guardado, c: CambiosProducto, propio: Propio): Guardado {
  const precio = propio.precio === null ? c.precioVenta : undefined;
  const minimo = propio.minimo === null ? c.stockMinimo : undefined;
  return {
    nombre: c.nombre ?? antes.nombre,
    codigoBarras: c.codigoBarras === undefined ? antes.codigoBarras : c.codigoBarras,
    sku: c.sku === undefined ? antes.sku : c.sku,
    unidad: c.unidad ?? antes.unidad,
    idCategoria: c.idCategoria ?? antes.idCategoria,
    precioVenta: c.precioBase ?? precio ?? antes.precioVenta,
    costoCompra: c.costoCompra ?? antes.costoCompra,
    stockMinimo: c.stockMinimoBase ?? minimo ?? antes.stockMinimo,
    diasCobertura: c.diasCobertura === undefined ? antes.diasCobertura : c.diasCobertura,
    tratamiento: c.tratamiento ?? antes.tratamiento,
    politicaSobreventa: c.politicaSobreventa ?? antes.politicaSobreventa,
    favorito: c.favorito ?? antes.favorito,
  };
}

async function leerPropio(tx: Tx, ctx: Context, id: number): Promise<Propio> {
  const [fila] = await tx.sql<Propio[]>`
    select (select precio from precio_sucursal where id_producto = ${id} and id_presentacion is null
        and id_sucursal = ${ctx.idSucursal} and estado) as precio,
      (select stock_minimo from reposicion where id_producto = ${id} and id_sucursal = ${ctx.idSucursal}) as minimo`;
  return fila ?? { precio: null, minimo: null };
}

/** Writes the branch's own price and minimum when it has them and they come different. Returns what changed, for the trail. */
async function guardarPropio(tx: Tx, ctx: Context, c: CambiosProducto, propio: Propio) {
  const precio = propio.precio !== null && c.precioVenta !== undefined && c.precioVenta !== propio.precio;
  const minimo = propio.minimo !== null && c.stockMinimo !== undefined && c.stockMinimo !== propio.minimo;
  if (precio) await ponerPrecioSucursal(tx, ctx, { idProducto: c.id, idPresentacion: null }, c.precioVenta ?? null);
  if (minimo) {
    await tx.sql`
      update reposicion set stock_minimo = ${c.stockMinimo ?? 0}, id_user_update = ${ctx.actor.idUsuario},
        updated_at = ${ctx.ahora.toISOString()}::timestamptz
      where id_producto = ${c.id} and id_sucursal = ${ctx.idSucursal}`;
  }
  if (!precio && !minimo) return null;
  return {
    antes: { ...(precio && { precioSucursal: propio.precio }), ...(minimo && { stockMinimoSucursal: propio.minimo }) },
    despues: {
      ...(precio && { precioSucursal: c.precioVenta }),
      ...(minimo && { stockMinimoSucursal: c.stockMinimo }),
    },
  };
}

async function guardar(tx: Tx, ctx: Context, id: number, p: Guardado): Promise<void> {
  await tx.sql`
    update producto set nombre = ${p.nombre}, codigo_barras = ${p.codigoBarras}, sku = ${p.sku}, unidad = ${p.unidad},
      id_categoria = ${p.idCategoria}, precio_venta = ${p.precioVenta}, costo_compra = ${p.costoCompra},
      stock_minimo = ${p.stockMinimo}, dias_cobertura = ${p.diasCobertura}, tratamiento = ${p.tratamiento},
      politica_sobreventa = ${p.politicaSobreventa}, favorito = ${p.favorito},
      busqueda = ${busquedaDe(p.nombre, p.codigoBarras)}, id_user_update = ${ctx.actor.idUsuario},
      updated_at = ${ctx.ahora.toISOString()}::timestamptz
    where id = ${id}`;
}
