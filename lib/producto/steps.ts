import type { Tx } from '@/db/transaction';
import type { Fila } from '@/lib/aprobacion/schemas';
import { autorizar } from '@/lib/aprobacion/steps';
import { emitAudit } from '@/lib/audit';
import { abarca } from '@/lib/auth/alcance';
import { alcanza, fraseDeLimite } from '@/lib/auth/topes';
import type { Context } from '@/lib/context';
import { ValidacionError } from '@/lib/errors';
import { escribirDocumento, idDeDocumento } from '@/lib/kardex/documento';
import { lockExistencias } from '@/lib/kardex/mover-stock';
import { costoDeSalida, type Existencia, NADA } from '@/lib/kardex/rules';
import { asentar } from '@/lib/libro/asentar';
import { cuentaDe } from '@/lib/libro/cuentas';
import { formatBs, importeLinea, MAXIMO_CENTAVOS, mulDiv } from '@/lib/money';
import { formatCantidad } from '@/lib/quantity';
import { publish } from '@/lib/realtime/publish';
import { whereProductos } from './buscar';
import { CategoriaNoEncontradaError, ProductoNoEncontradoError, SucursalAjenaError } from './errors';
import {
  categoriaDto,
  deLaSucursal,
  type FilaCategoria,
  type FilaProducto,
  type Lector,
  productoDto,
  selectCategoria,
  selectProducto,
} from './read';
import { busquedaDe, type Unidad } from './rules';
import type { CategoriaDto, FiltroProductos, ProductoDto } from './schemas';

/** The codes of what is sold are unique, and say so by name. */
export { conCodigosUnicos, requireCodigoLibre } from './codigos';
/** What is sold, by what code and at what price. */
export {
  leerCambiosDePrecio,
  leerCodigo,
  leerPreciosEn,
  leerVendibles,
  ponerPrecioSucursal,
  type Vendible,
} from './vendibles';

/** Locks a living product: whatever hangs from it changes one act at a time. Throws ProductoNoEncontradoError. */
export async function lockProducto(tx: Tx, id: number): Promise<void> {
  const [fila] = await tx.sql`select 1 from producto where id = ${id} and estado for no key update`;
  if (!fila) throw new ProductoNoEncontradoError();
}

/** Throws SucursalAjenaError when the actor works neither in that branch nor in all of them. */
export function requireSucursal(ctx: Context, idSucursal: number): void {
  if (!abarca(ctx.actor, { sucursales: [idSucursal] })) throw new SucursalAjenaError();
}

/** The ids of the living products that a list shows with this filter, in the caller's branch. */
export async function idsDelFiltro(sql: Lector, ctx: Context, filtro: FiltroProductos): Promise<number[]> {
  const filas = await sql<{ id: number }[]>`
    select p.id from producto p ${deLaSucursal(sql, ctx.idSucursal)} where ${whereProductos(sql, filtro)}`;
  return filas.map((f) => f.id);
}

/** Reads an active product inside the transaction. Throws ProductoNoEncontradoError. */
export async function leerProductoEn(tx: Tx, ctx: Context, id: number): Promise<ProductoDto> {
  const [fila] = await tx.sql<
    FilaProducto[]
  >`${selectProducto(tx.sql, ctx.idSucursal)} where p.id = ${id} and p.estado`;
  if (!fila) throw new ProductoNoEncontradoError();
  return productoDto(ctx, fila);
}

/** Reads an active category inside the transaction. Throws CategoriaNoEncontradaError. */
export async function leerCategoriaEn(tx: Tx, id: number): Promise<CategoriaDto> {
  const [fila] = await tx.sql<FilaCategoria[]>`${selectCategoria(tx.sql)} where k.id = ${id} and k.estado`;
  if (!fila) throw new CategoriaNoEncontradaError();
  return categoriaDto(fila);
}

/**
 * Locks a category so that it cannot be deleted before the caller commits; many products may do so at once.
 * Throws ValidacionError on `id_categoria` when it is not there.
 */
export async function lockCategoria(tx: Tx, id: number): Promise<void> {
  const [fila] = await tx.sql`select 1 from categoria where id = ${id} and estado for share`;
  if (!fila) throw new ValidacionError('La categoría no existe.', { id_categoria: 'La categoría no existe.' });
}

/**
 * What a quantity is worth at a cost, in centavos. Throws ValidacionError when the product of the two is a figure
 * larger than the libro takes.
 */
export function valorDe(costoCentavos: number, milesimas: number): number {
  return dentroDelLimite(importeLinea(costoCentavos, milesimas));
}

function dentroDelLimite(valor: number): number {
  if (valor <= MAXIMO_CENTAVOS) return valor;
  throw new ValidacionError('El valor de la existencia es demasiado grande.', {
    stock_actual: 'Costo por cantidad es demasiado grande.',
  });
}

/**
 * Brings what the branch has of a product to `hasta` thousandths, by a numbered adjustment against *diferencia de
 * inventario*. What appears comes in at today's average (at the last cost when there was none); what is missing leaves at the
 * average. Locks the existencia; writes nothing when it already agrees. Returns the quantity there was, and the document's
 * id, `null` without one. What is worth more than the actor's cap, at cost, needs an approval of `acto`.
 * Throws RequiereAprobacionError.
 */
export async function ajustarExistencia(
  tx: Tx,
  ctx: Context,
  producto: { id: number; nombre: string; unidad: string; costoCompra: number },
  ajuste: { hasta: number; motivo: string },
  acto: { verbo: string; input: unknown },
): Promise<{ habia: number; idDocumento: number | null }> {
  const existencias = await lockExistencias(tx, ctx.idSucursal, [producto.id]);
  const hay = existencias.get(producto.id) ?? NADA;
  const cantidad = ajuste.hasta - hay.cantidad;
  if (cantidad === 0) return { habia: hay.cantidad, idDocumento: null };
  const valor = valorDelAjuste(hay, cantidad, producto.costoCompra);
  const id = await idDeDocumento(tx);
  await autorizarAjuste(tx, ctx, producto, { ...ajuste, habia: hay.cantidad, valor, idDocumento: id }, acto);
  const { nombre, unidad } = producto;
  await escribirDocumento(tx, ctx, {
    id,
    tipo: 'AJUSTE',
    idSucursal: ctx.idSucursal,
    motivo: ajuste.motivo,
    lineas: [{ idProducto: producto.id, nombre, unidad, cantidad, valor }],
  });
  return { habia: hay.cantidad, idDocumento: id };
}

async function autorizarAjuste(
  tx: Tx,
  ctx: Context,
  producto: { id: number; nombre: string },
  a: { habia: number; hasta: number; motivo: string; valor: number; idDocumento: number },
  { verbo, input }: { verbo: string; input: unknown },
): Promise<void> {
  const monto = Math.abs(a.valor);
  if (alcanza(ctx, 'producto:ajustar', monto)) return;
  const detalle: Fila[] = [
    { etiqueta: 'Producto', valor: producto.nombre },
    { etiqueta: 'Había', valor: formatCantidad(a.habia) },
    { etiqueta: 'Queda', valor: formatCantidad(a.hasta) },
    { etiqueta: 'Motivo del ajuste', valor: a.motivo },
  ];
  const resumen = `ajuste de ${producto.nombre}, de ${formatCantidad(a.habia)} a ${formatCantidad(a.hasta)}`;
  const frase = `${a.valor < 0 ? 'Salen' : 'Entran'} ${formatBs(monto)} al costo; ${fraseDeLimite(ctx, 'producto:ajustar')}`;
  const exceso = { permiso: 'producto:ajustar', cuanto: a.valor, monto, frase, reserva: 'producto:ver_costo' } as const;
  const describir = () => ({ verbo, input, resumen, detalle });
  await autorizar(tx, ctx, describir, [exceso], { tipo: 'documento_stock', id: a.idDocumento });
}

/**
 * What a difference of `cantidad` thousandths is worth, signed: at today's average, or at the last cost when there is none.
 * Throws ValidacionError when it is a figure larger than the libro takes.
 */
export function valorDelAjuste(hay: Existencia, cantidad: number, costoCompra: number): number {
  if (cantidad < 0) return -costoDeSalida(hay, -cantidad);
  return hay.cantidad > 0 ? dentroDelLimite(mulDiv(hay.valor, cantidad, hay.cantidad)) : valorDe(costoCompra, cantidad);
}

/** Posts goods that came in (+) or went out (−) without a purchase or a sale. Returns `null` when they are worth nothing. */
export async function asentarInventario(
  tx: Tx,
  ctx: Context,
  a: {
    tipoDocumento: string;
    idDocumento: number;
    idSucursal: number;
    valor: number;
    contra: 'capital' | 'diferencia_inventario';
    glosa: string;
    /** The entry that this one undoes. */
    corrigeA?: number | null;
  },
): Promise<number | null> {
  if (a.valor === 0) return null;
  return asentar(tx, ctx, {
    tipoDocumento: a.tipoDocumento,
    idDocumento: a.idDocumento,
    idSucursal: a.idSucursal,
    idSesionCaja: null,
    bolsillo: a.contra === 'capital' ? 'fondo' : 'mercaderia',
    glosa: a.glosa.slice(0, 300),
    corrigeA: a.corrigeA ?? null,
    partidas: [
      { cuenta: cuentaDe('inventario', a.idSucursal), importe: a.valor },
      { cuenta: cuentaDe(a.contra, a.idSucursal), importe: -a.valor },
    ],
  });
}

/** Where the products created at the counter wait for somebody to look after them. */
const CATEGORIA_POR_CLASIFICAR = 'Por clasificar';

/**
 * Creates what the scanner read and nobody knew, with the name and price of the counter, without cost nor stock; its id. The
 * caller has checked the right. Of two tills at once one creates it, and the other gets `null`.
 */
export async function crearAlVender(
  tx: Tx,
  ctx: Context,
  nuevo: { codigo: string; nombre: string; unidad: Unidad; precio: number },
): Promise<number | null> {
  const ahora = ctx.ahora.toISOString();
  await tx.sql`
    insert into categoria (nombre, id_user_create, created_at, updated_at)
    values (${CATEGORIA_POR_CLASIFICAR}, ${ctx.actor.idUsuario}, ${ahora}::timestamptz, ${ahora}::timestamptz)
    on conflict (lower(nombre)) where estado do nothing`;
  const [fila] = await tx.sql<{ id: number }[]>`
    insert into producto (nombre, codigo_barras, unidad, id_categoria, precio_venta, costo_compra, stock_minimo, busqueda,
      id_user_create, created_at, updated_at)
    select ${nuevo.nombre}, ${nuevo.codigo}, ${nuevo.unidad}, c.id, ${nuevo.precio}, 0, 0,
      ${busquedaDe(nuevo.nombre, nuevo.codigo)}, ${ctx.actor.idUsuario}, ${ahora}::timestamptz, ${ahora}::timestamptz
    from categoria c where lower(c.nombre) = lower(${CATEGORIA_POR_CLASIFICAR}) and c.estado
    on conflict (codigo_barras) where estado do nothing returning id`;
  if (!fila) return null;
  await emitAudit(tx, ctx, {
    accion: 'producto.crear',
    entidad: 'producto',
    idEntidad: fila.id,
    despues: { nombre: nuevo.nombre, codigoBarras: nuevo.codigo, precioVenta: nuevo.precio, desde: 'mostrador' },
  });
  publish(tx, { tema: 'producto', idSucursal: null, ids: [fila.id] });
  return fila.id;
}
