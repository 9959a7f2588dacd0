import type { Tx } from '@/db/transaction';
import type { Fila } from '@/lib/aprobacion/schemas';
import { autorizar } from '@/lib/aprobacion/steps';
import { alcanza, fraseDeLimite } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { ValidacionError } from '@/lib/errors';
import { lockExistencias, moverStock } from '@/lib/kardex/mover-stock';
import { costoDeSalida, type Existencia } from '@/lib/kardex/rules';
import { asentar } from '@/lib/libro/asentar';
import { cuentaDe } from '@/lib/libro/cuentas';
import { formatBs, importeLinea, MAXIMO_CENTAVOS, mulDiv } from '@/lib/money';
import { formatCantidad } from '@/lib/quantity';
import { CategoriaNoEncontradaError, ProductoNoEncontradoError } from './errors';
import {
  categoriaDto,
  type FilaCategoria,
  type FilaProducto,
  productoDto,
  selectCategoria,
  selectProducto,
} from './read';
import type { CategoriaDto, ProductoDto } from './schemas';

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
 * Brings what the branch has of a product to `hasta` thousandths, against *diferencia de inventario*. What appears comes
 * in at today's average (at the last cost when there was none); what is missing leaves at the average.
 * Locks the existencia; writes nothing when it already agrees. Returns the quantity there was. What is worth more than the
 * actor's cap, at cost, needs an approval of `acto`. Throws RequiereAprobacionError.
 */
export async function ajustarExistencia(
  tx: Tx,
  ctx: Context,
  producto: { id: number; nombre: string; costoCompra: number },
  ajuste: { hasta: number; motivo: string },
  acto: { verbo: string; input: unknown },
): Promise<number> {
  const existencias = await lockExistencias(tx, ctx.idSucursal, [producto.id]);
  const hay = existencias.get(producto.id) ?? { cantidad: 0, valor: 0 };
  const cantidad = ajuste.hasta - hay.cantidad;
  if (cantidad === 0) return hay.cantidad;
  const valor = valorDelAjuste(hay, cantidad, producto.costoCompra);
  await autorizarAjuste(tx, ctx, producto, { ...ajuste, habia: hay.cantidad, valor }, acto);
  const documento = { tipoDocumento: 'ajuste_stock', idDocumento: producto.id, idSucursal: ctx.idSucursal };
  const idAsiento = await asentarInventario(tx, ctx, {
    ...documento,
    valor,
    contra: 'diferencia_inventario',
    glosa: `Ajuste de ${producto.nombre}: ${ajuste.motivo}`,
  });
  await moverStock(tx, ctx, {
    ...documento,
    tipo: 'AJUSTE',
    idAsiento,
    filas: [{ idProducto: producto.id, cantidad, valor }],
  });
  return hay.cantidad;
}

async function autorizarAjuste(
  tx: Tx,
  ctx: Context,
  producto: { id: number; nombre: string },
  a: { habia: number; hasta: number; motivo: string; valor: number },
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
  await autorizar(tx, ctx, describir, [exceso], { tipo: 'ajuste_stock', id: producto.id });
}

function valorDelAjuste(hay: Existencia, cantidad: number, costoCompra: number): number {
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
    partidas: [
      { cuenta: cuentaDe('inventario', a.idSucursal), importe: a.valor },
      { cuenta: cuentaDe(a.contra, a.idSucursal), importe: -a.valor },
    ],
  });
}
