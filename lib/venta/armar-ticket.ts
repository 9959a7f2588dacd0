import type { Exceso } from '@/lib/aprobacion/schemas';
import type { Context } from '@/lib/context';
import { ValidacionError } from '@/lib/errors';
import { StockInsuficienteError } from '@/lib/kardex/errors';
import { costoDeSalida, type Existencia } from '@/lib/kardex/rules';
import { formatBs, MAXIMO_CENTAVOS, prorratear } from '@/lib/money';
import { PagoNoCuadraError, PrecioCambioError, ProductoNoEncontradoError } from './errors';
import { excesosDeTicket } from './excesos';
import { cuadrarPagos, efectivoACobrar, metodoPrincipal, type Pago, subtotalLinea, sumaDe, totalizar } from './rules';
import type { CobrarVenta } from './schemas';

/** A product as the sale reads it, under the lock of its stock. */
export type ProductoVendible = { id: number; nombre: string; unidad: string; precio: number };

/** One line ready to be written; `costo` is its share of what the goods cost. */
export type LineaArmada = CobrarVenta['detalles'][number] & {
  nombre: string;
  unidad: string;
  precioCatalogo: number;
  subtotal: number;
  costo: number;
};

/** A ticket whose prices, stock and payments have been checked: everything that will be written. */
export type Ticket = {
  lineas: LineaArmada[];
  total: number;
  descuento: number;
  redondeo: number;
  pagos: Pago[];
  recibido: number | null;
  vuelto: number | null;
  metodo: string;
  /** What leaves the branch, one row a product. */
  salidas: { idProducto: number; cantidad: number; valor: number }[];
  costo: number;
  /** What of it is beyond the actor's own rights: without an approval it is not charged. */
  excesos: Exceso[];
};

/**
 * Turns the input into a ticket, or refuses it. Pure: reads only its arguments. Prices come from the catalogue (another
 * price needs a motive, and the right or an approval), lines of one product are summed before stock is taken, costs are
 * prorated, and what exceeds the actor's rights is named in `excesos`.
 * Throws, in this order: ProductoNoEncontradoError, PrecioCambioError, ValidacionError, StockInsuficienteError,
 * PagoNoCuadraError.
 */
export function armarTicket(
  ctx: Context,
  input: CobrarVenta,
  productos: ReadonlyMap<number, ProductoVendible>,
  existencias: ReadonlyMap<number, Existencia>,
  redondea: boolean,
): Ticket {
  const lineas = input.detalles.map((detalle, i) => ({ ...detalle, ...precioComprobado(detalle, i, productos) }));
  const salidas = salidasPorProducto(lineas, existencias);
  const costos = costosPorLinea(lineas, salidas);
  const armadas = lineas.map((l, i) => ({ ...l, costo: costos[i] ?? 0 }));
  const { total, descuento } = totalizar(armadas);
  return {
    lineas: armadas,
    total,
    descuento,
    ...cobro(input, total, redondea),
    salidas: salidas.map((s) => ({ ...s, cantidad: -s.cantidad, valor: -s.valor })),
    costo: salidas.reduce((suma, s) => suma + s.valor, 0),
    excesos: excesosDeTicket(ctx, armadas),
  };
}

function precioComprobado(
  detalle: CobrarVenta['detalles'][number],
  linea: number,
  productos: ReadonlyMap<number, ProductoVendible>,
) {
  const producto = productos.get(detalle.idProducto);
  if (!producto) throw new ProductoNoEncontradoError(linea);
  if (detalle.precio !== producto.precio && !detalle.motivoPrecio) {
    throw new PrecioCambioError(linea, producto.nombre, producto.precio);
  }
  if (producto.unidad === 'unidad' && detalle.cantidad % 1000 !== 0) {
    throw campo(linea, 'cantidad', `${producto.nombre} se vende por unidades enteras.`);
  }
  const subtotal = subtotalLinea(detalle);
  if (subtotal < 0) throw campo(linea, 'descuento', `El descuento de ${producto.nombre} es mayor que su importe.`);
  if (subtotal > MAXIMO_CENTAVOS)
    throw campo(linea, 'cantidad', `El importe de ${producto.nombre} es demasiado grande.`);
  const motivoPrecio = detalle.precio === producto.precio ? null : detalle.motivoPrecio;
  return { nombre: producto.nombre, unidad: producto.unidad, precioCatalogo: producto.precio, subtotal, motivoPrecio };
}

function campo(linea: number, nombre: string, frase: string): ValidacionError {
  return new ValidacionError(frase, { [`detalles.${linea}.${nombre}`]: frase });
}

/** What each product takes out in all, and what it costs. Ascending product id, the order of the locks. */
function salidasPorProducto(
  lineas: readonly { idProducto: number; nombre: string; cantidad: number }[],
  existencias: ReadonlyMap<number, Existencia>,
): { idProducto: number; cantidad: number; valor: number }[] {
  const sumas = new Map<number, number>();
  for (const l of lineas) sumas.set(l.idProducto, (sumas.get(l.idProducto) ?? 0) + l.cantidad);
  return [...sumas]
    .sort(([a], [b]) => a - b)
    .map(([idProducto, cantidad]) => {
      const hay = existencias.get(idProducto) ?? { cantidad: 0, valor: 0 };
      if (hay.cantidad < cantidad) {
        const linea = lineas.findIndex((l) => l.idProducto === idProducto);
        throw new StockInsuficienteError(lineas[linea]?.nombre ?? 'este producto', hay.cantidad, {
          [`detalles.${linea}.cantidad`]: 'No hay existencia suficiente.',
        });
      }
      return { idProducto, cantidad, valor: costoDeSalida(hay, cantidad) };
    });
}

/** Each line's share of its product's cost, by quantity; no centavo is lost. */
function costosPorLinea(
  lineas: readonly { idProducto: number; cantidad: number }[],
  salidas: readonly { idProducto: number; valor: number }[],
): number[] {
  const costos = lineas.map(() => 0);
  for (const { idProducto, valor } of salidas) {
    const indices = lineas.flatMap((l, i) => (l.idProducto === idProducto ? [i] : []));
    const partes = prorratear(
      valor,
      indices.map((i) => lineas[i]?.cantidad ?? 0),
    );
    indices.forEach((indice, k) => {
      costos[indice] = partes[k] ?? 0;
    });
  }
  return costos;
}

function cobro(input: CobrarVenta, total: number, redondea: boolean) {
  const pedidos = input.pagos ?? [{ metodo: input.metodo ?? 'EFECTIVO', monto: total, referencia: null }];
  const cuadrado = cuadrarPagos(total, pedidos, redondea);
  if (!cuadrado) {
    const debido = pedidos.some((p) => p.metodo === 'EFECTIVO') ? efectivoACobrar(total, redondea) : total;
    throw new PagoNoCuadraError(`Los pagos no suman el total de ${formatBs(debido)}.`);
  }
  if (input.metodo && input.pagos && metodoPrincipal(cuadrado.pagos) !== input.metodo) {
    throw new ValidacionError('El método de pago no es el del pago mayor.', {
      metodo_pago: 'No es el del pago mayor.',
    });
  }
  const efectivo = sumaDe(cuadrado.pagos, 'EFECTIVO');
  if (input.recibido !== null && !pedidos.some((p) => p.metodo === 'EFECTIVO')) {
    throw new ValidacionError('Solo el efectivo tiene un monto recibido.', { recibido: 'No hay pago en efectivo.' });
  }
  if (input.recibido !== null && input.recibido < efectivo) {
    throw new PagoNoCuadraError(`El efectivo recibido no alcanza: hay que cobrar ${formatBs(efectivo)}.`);
  }
  return {
    ...cuadrado,
    recibido: input.recibido,
    vuelto: input.recibido === null ? null : input.recibido - efectivo,
    metodo: metodoPrincipal(cuadrado.pagos),
  };
}
