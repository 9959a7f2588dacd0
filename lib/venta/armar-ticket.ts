import type { Exceso } from '@/lib/aprobacion/schemas';
import type { Context } from '@/lib/context';
import { ValidacionError } from '@/lib/errors';
import { StockInsuficienteError } from '@/lib/kardex/errors';
import { costoDeSalida, type Existencia } from '@/lib/kardex/rules';
import { formatBs, MAXIMO_CENTAVOS, prorratear } from '@/lib/money';
import { llaveVendido, stockDePresentacion } from '@/lib/producto/rules';
import type { Vendible } from '@/lib/producto/steps';
import { MILESIMAS } from '@/lib/quantity';
import {
  PagoNoCuadraError,
  PrecioCambioError,
  PresentacionNoEncontradaError,
  ProductoNoEncontradoError,
} from './errors';
import { excesosDeTicket } from './excesos';
import {
  cuadrarPagos,
  efectivoACobrar,
  metodoPrincipal,
  nombreVendido,
  type Pago,
  subtotalLinea,
  sumaDe,
  totalizar,
} from './rules';
import type { DetallePorArmar, VentaPorArmar } from './schemas';

/** One line ready to be written; `costo` is its share of what the goods cost. */
export type LineaArmada = DetallePorArmar & {
  nombre: string;
  unidad: string;
  presentacion: string | null;
  /** Thousandths of the product's unit in one of what is sold. */
  factor: number;
  /** Thousandths of the product's unit that the line takes from the stock. */
  sale: number;
  precioCatalogo: number;
  subtotal: number;
  costo: number;
};

/** A ticket whose prices, stock and payments have been checked: everything that will be written. */
export type Ticket = {
  lineas: LineaArmada[];
  total: number;
  descuento: number;
  nota: string | null;
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

/** A sale with what was read, under its locks, to check it. */
export type VentaLeida = {
  venta: VentaPorArmar;
  vendibles: ReadonlyMap<string, Vendible>;
  existencias: ReadonlyMap<number, Existencia>;
  /** Whether the branch rounds cash. */
  redondea: boolean;
};

/**
 * Turns the input into a ticket, or refuses it. Pure: reads only its arguments. Prices come from the catalogue (another
 * price needs a motive, and the right or an approval), lines of one product are summed before stock is taken, costs are
 * prorated, and what exceeds the actor's rights is named in `excesos`.
 * Throws, in this order: ProductoNoEncontradoError, PresentacionNoEncontradaError, PrecioCambioError, ValidacionError, StockInsuficienteError,
 * PagoNoCuadraError.
 */
export function armarTicket(ctx: Context, { venta: input, vendibles, existencias, redondea }: VentaLeida): Ticket {
  const lineas = input.detalles.map((detalle, i) => ({ ...detalle, ...precioComprobado(detalle, i, vendibles) }));
  const salidas = salidasPorProducto(lineas, existencias);
  const costos = costosPorLinea(lineas, salidas);
  const armadas = lineas.map((l, i) => ({ ...l, costo: costos[i] ?? 0 }));
  const { total, descuento } = totalizar(armadas);
  return {
    lineas: armadas,
    total,
    descuento,
    nota: input.nota,
    ...cobro(input, total, redondea),
    salidas: salidas.map((s) => ({ ...s, cantidad: -s.cantidad, valor: -s.valor })),
    costo: salidas.reduce((suma, s) => suma + s.valor, 0),
    excesos: excesosDeTicket(ctx, armadas),
  };
}

function precioComprobado(detalle: DetallePorArmar, linea: number, vendibles: ReadonlyMap<string, Vendible>) {
  const vendible = vendibles.get(llaveVendido(detalle));
  if (!vendible) throw noVendible(detalle, linea);
  const { nombre, unidad, presentacion, factor } = vendible;
  const precioCatalogo = detalle.precioVigente ?? vendible.precio;
  if (detalle.precio !== precioCatalogo && !detalle.motivoPrecio) {
    throw new PrecioCambioError(linea, nombreVendido(nombre, presentacion), precioCatalogo);
  }
  if ((presentacion !== null || unidad === 'unidad') && detalle.cantidad % MILESIMAS !== 0) {
    throw campo(linea, 'cantidad', `${nombre} se vende por unidades enteras.`);
  }
  const sale = stockDePresentacion(detalle.cantidad, factor);
  if (sale === null) throw campo(linea, 'cantidad', `La cantidad de ${nombre} es demasiado grande.`);
  const subtotal = subtotalLinea(detalle);
  if (subtotal < 0) throw campo(linea, 'descuento', `El descuento de ${nombre} es mayor que su importe.`);
  if (subtotal > MAXIMO_CENTAVOS) throw campo(linea, 'cantidad', `El importe de ${nombre} es demasiado grande.`);
  const motivoPrecio = detalle.precio === precioCatalogo ? null : detalle.motivoPrecio;
  return { nombre, unidad, presentacion, factor, sale, precioCatalogo, subtotal, motivoPrecio };
}

function noVendible({ idPresentacion }: DetallePorArmar, linea: number): Error {
  return idPresentacion === null ? new ProductoNoEncontradoError(linea) : new PresentacionNoEncontradaError(linea);
}

function campo(linea: number, nombre: string, frase: string): ValidacionError {
  return new ValidacionError(frase, { [`detalles.${linea}.${nombre}`]: frase });
}

/** What each product takes out in all, and what it costs. Ascending product id, the order of the locks. */
function salidasPorProducto(
  lineas: readonly { idProducto: number; nombre: string; sale: number }[],
  existencias: ReadonlyMap<number, Existencia>,
): { idProducto: number; cantidad: number; valor: number }[] {
  const sumas = new Map<number, number>();
  for (const l of lineas) sumas.set(l.idProducto, (sumas.get(l.idProducto) ?? 0) + l.sale);
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
  lineas: readonly { idProducto: number; sale: number }[],
  salidas: readonly { idProducto: number; valor: number }[],
): number[] {
  const costos = lineas.map(() => 0);
  for (const { idProducto, valor } of salidas) {
    const indices = lineas.flatMap((l, i) => (l.idProducto === idProducto ? [i] : []));
    const partes = prorratear(
      valor,
      indices.map((i) => lineas[i]?.sale ?? 0),
    );
    indices.forEach((indice, k) => {
      costos[indice] = partes[k] ?? 0;
    });
  }
  return costos;
}

function cobro(input: VentaPorArmar, total: number, redondea: boolean) {
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
