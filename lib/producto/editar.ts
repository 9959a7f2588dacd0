import type { z } from 'zod';
import { constraintName } from '@/db/errors';
import type { Tx } from '@/db/transaction';
import { conAprobacion } from '@/lib/aprobacion/steps';
import { emitAudit } from '@/lib/audit';
import { requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { writeOnce } from '@/lib/operacion/write-once';
import { publish } from '@/lib/realtime/publish';
import { CodigoRepetidoError, ProductoNoEncontradoError } from './errors';
import { busquedaDe } from './rules';
import { type CambiosProducto, EditarProductoInput, type ProductoDto } from './schemas';
import { ajustarExistencia, leerProductoEn, lockCategoria } from './steps';

type Guardado = {
  nombre: string;
  codigoBarras: string | null;
  unidad: string;
  idCategoria: number;
  precioVenta: number;
  costoCompra: number;
  stockMinimo: number;
  favorito: boolean;
};

/**
 * Edits what is given of a product; the history of its price writes itself. `stock_actual` is ignored unless
 * `motivo_ajuste` comes with it: then the branch's stock is brought to that quantity (right `producto:ajustar`).
 * Throws PermisoError, RequiereAprobacionError (an adjustment over the cap, at cost), ProductoNoEncontradoError, ValidacionError, CodigoRepetidoError.
 */
export async function editarProducto(
  ctx: Context,
  raw: z.input<typeof EditarProductoInput> | unknown,
): Promise<ProductoDto> {
  requirePermiso(ctx, 'producto:editar');
  const input = EditarProductoInput.parse(raw);
  if (input.ajuste) requirePermiso(ctx, 'producto:ajustar');
  try {
    const acto = { verbo: 'producto.editar', input };
    const work = async (tx: Tx) => ({ respuesta: await editar(tx, ctx, input, acto) });
    return await conAprobacion(ctx, () => writeOnce(ctx, acto, { work }));
  } catch (error) {
    if (constraintName(error) !== 'producto_codigo_barras') throw error;
    throw new CodigoRepetidoError(input.codigoBarras ?? '', null);
  }
}

type Acto = { verbo: string; input: unknown };

async function editar(tx: Tx, ctx: Context, input: CambiosProducto, acto: Acto): Promise<ProductoDto> {
  const antes = await lockProducto(tx, input.id);
  const despues = aplicar(antes, input);
  if (despues.idCategoria !== antes.idCategoria) await lockCategoria(tx, despues.idCategoria);
  if (despues.codigoBarras !== antes.codigoBarras) await requireCodigoLibre(tx, input.id, despues.codigoBarras);
  const cambia = (Object.keys(despues) as (keyof Guardado)[]).some((campo) => antes[campo] !== despues[campo]);
  if (cambia) await guardar(tx, ctx, input.id, despues);
  const producto = { id: input.id, nombre: despues.nombre, costoCompra: despues.costoCompra };
  const stock = input.ajuste ? await ajustarExistencia(tx, ctx, producto, input.ajuste, acto) : undefined;
  if (cambia || input.ajuste) {
    await emitAudit(tx, ctx, {
      accion: 'producto.editar',
      entidad: 'producto',
      idEntidad: input.id,
      antes: { ...antes, stock },
      despues: { ...despues, ajuste: input.ajuste },
    });
    publish(tx, { tema: 'producto', idSucursal: null, ids: [input.id] });
  }
  return leerProductoEn(tx, ctx, input.id);
}

async function lockProducto(tx: Tx, id: number): Promise<Guardado> {
  const [fila] = await tx.sql<Guardado[]>`
    select nombre, codigo_barras as "codigoBarras", unidad, id_categoria as "idCategoria", precio_venta as "precioVenta",
      costo_compra as "costoCompra", stock_minimo as "stockMinimo", favorito
    from producto where id = ${id} and estado for no key update`;
  if (!fila) throw new ProductoNoEncontradoError();
  return fila;
}

/** What is not given stays; a code given as `null` is taken off. */
function aplicar(antes: Guardado, c: CambiosProducto): Guardado {
  return {
    nombre: c.nombre ?? antes.nombre,
    codigoBarras: c.codigoBarras === undefined ? antes.codigoBarras : c.codigoBarras,
    unidad: c.unidad ?? antes.unidad,
    idCategoria: c.idCategoria ?? antes.idCategoria,
    precioVenta: c.precioVenta ?? antes.precioVenta,
    costoCompra: c.costoCompra ?? antes.costoCompra,
    stockMinimo: c.stockMinimo ?? antes.stockMinimo,
    favorito: c.favorito ?? antes.favorito,
  };
}

/** A sentence with the owner's name; the unique index is what decides, also against a concurrent write. */
async function requireCodigoLibre(tx: Tx, id: number, codigo: string | null): Promise<void> {
  const [dueno] = await tx.sql<{ nombre: string }[]>`
    select nombre from producto where codigo_barras = ${codigo} and estado and id <> ${id}`;
  if (dueno) throw new CodigoRepetidoError(codigo ?? '', dueno.nombre);
}

async function guardar(tx: Tx, ctx: Context, id: number, p: Guardado): Promise<void> {
  await tx.sql`
    update producto set nombre = ${p.nombre}, codigo_barras = ${p.codigoBarras}, unidad = ${p.unidad},
      id_categoria = ${p.idCategoria}, precio_venta = ${p.precioVenta}, costo_compra = ${p.costoCompra},
      stock_minimo = ${p.stockMinimo}, favorito = ${p.favorito}, busqueda = ${busquedaDe(p.nombre, p.codigoBarras)},
      id_user_update = ${ctx.actor.idUsuario}, updated_at = ${ctx.ahora.toISOString()}::timestamptz
    where id = ${id}`;
}
