import { formatBs, jsonDeCentavos } from '@/lib/money';
import { jsonDeMilesimas } from '@/lib/quantity';
import { nuevoTokenDeRecibo } from '@/lib/token-recibo';
import type { CuerpoVenta, DetalleCuerpo } from '@/lib/venta/query-options';
import { cuadrarPagos, type LineaTicket, type MetodoPago, type Pago, sumaDe } from '@/lib/venta/rules';
import { type Linea, lineasDe, type Ticket } from './ticket';

/** A payment that is not cash, as it is being typed. */
export type OtroPago = {
  id: number;
  metodo: Exclude<MetodoPago, 'EFECTIVO'>;
  monto: number | null;
  referencia: string;
};

/** What the cashier has said of the payment so far. Split, the cash takes what the other payments leave. */
export type Cobro = {
  metodo: MetodoPago;
  /** Cash handed over, in centavos; `null` means the exact amount. */
  recibido: number | null;
  referencia: string;
  /** `null`: not split. */
  otros: OtroPago[] | null;
};

export const COBRO_INICIAL: Cobro = { metodo: 'EFECTIVO', recibido: null, referencia: '', otros: null };

/** A charge worked out, in centavos. `falta` is the sentence that keeps it from being confirmed. */
export type Cuenta = {
  pagos: Pago[];
  /** Cash that has to stay in the drawer, already rounded. */
  efectivo: number;
  redondeo: number;
  vuelto: number;
  /** What the payments that are not cash leave to pay. */
  resto: number;
  falta: string | null;
};

/** Works out what each method pays, the cash due and the change. */
export function sacarCuenta(total: number, cobro: Cobro, redondea: boolean): Cuenta {
  const pedidos = pagosDe(total, cobro);
  const resto = total - sumaDe(pedidos, 'QR') - sumaDe(pedidos, 'TRANSFERENCIA');
  const cuadrado = cuadrarPagos(total, pedidos, redondea);
  const base = { pagos: cuadrado?.pagos ?? [], redondeo: cuadrado?.redondeo ?? 0, resto };
  const efectivo = sumaDe(base.pagos, 'EFECTIVO');
  if (!cuadrado) {
    return { ...base, efectivo, vuelto: 0, falta: `Los pagos pasan del total por ${formatBs(-resto)}.` };
  }
  const sinMonto = cobro.otros?.some((p) => p.monto === null || p.monto === 0) ?? false;
  if (sinMonto) return { ...base, efectivo, vuelto: 0, falta: 'Falta el monto de un pago.' };
  const recibido = cobro.recibido ?? efectivo;
  if (efectivo > 0 && recibido < efectivo) {
    return { ...base, efectivo, vuelto: 0, falta: `Faltan ${formatBs(efectivo - recibido)}.` };
  }
  return { ...base, efectivo, vuelto: efectivo > 0 ? recibido - efectivo : 0, falta: null };
}

function pagosDe(total: number, { metodo, referencia, otros }: Cobro): Pago[] {
  if (!otros) return [{ metodo, monto: total, referencia: metodo === 'EFECTIVO' ? null : referencia.trim() || null }];
  const digitales = otros.map((p) => ({
    metodo: p.metodo,
    monto: p.monto ?? 0,
    referencia: p.referencia.trim() || null,
  }));
  const resto = total - digitales.reduce((suma, p) => suma + p.monto, 0);
  return resto > 0 ? [...digitales, { metodo: 'EFECTIVO', monto: resto, referencia: null }] : digitales;
}

/** The sale as POST /api/ventas takes it. Cash handed over goes only when the cashier said it. */
export function cuerpoVenta(ticket: Ticket, cobro: Cobro, cuenta: Cuenta, idSesion: number): CuerpoVenta {
  const conRecibido = cuenta.efectivo > 0 && cobro.recibido !== null;
  return {
    pagos: pagosDeCuenta(cuenta, cobro).map((p) => ({
      metodo: p.metodo,
      monto: jsonDeCentavos(p.monto),
      ...(p.referencia !== null && { referencia: p.referencia }),
    })),
    ...(conRecibido && { recibido: jsonDeCentavos(cobro.recibido ?? 0) }),
    id_sesion_caja: idSesion,
    // The same token for every body of this ticket: sending it again must be the same body.
    token_recibo: ticket.envio?.cuerpo.token_recibo ?? nuevoTokenDeRecibo(),
    ...(ticket.nota && { nota: ticket.nota }),
    ...(ticket.cliente && { id_cliente: ticket.cliente.id }),
    detalles: lineasDe(ticket).map((vendida, i) => detalleDe(vendida, ticket.lineas[i])),
  };
}

function detalleDe({ precio, cantidad, descuento }: LineaTicket, linea: Linea | undefined): DetalleCuerpo {
  return {
    ...(linea && queSeVende(linea)),
    cantidad: jsonDeMilesimas(cantidad),
    precio_unitario: jsonDeCentavos(precio),
    ...(descuento > 0 && { descuento: jsonDeCentavos(descuento) }),
    ...(linea?.cambio && { cambio_precio: { motivo: linea.cambio.motivo } }),
    ...(linea?.nota && { nota: linea.nota }),
  };
}

/** What a line sells, as bodies name it. */
export function queSeVende({ producto, presentacion, nuevo }: Linea) {
  if (!nuevo) return { id_producto: producto.id, ...(presentacion && { id_presentacion: presentacion.id }) };
  const { codigo, nombre, unidad } = producto;
  return { producto_nuevo: { codigo: codigo ?? '', nombre, unidad } };
}

/** A free ticket has no payments left after rounding, but the wire wants to know how it was settled. */
function pagosDeCuenta({ pagos }: Cuenta, { metodo }: Cobro): Pago[] {
  return pagos.length > 0 ? pagos : [{ metodo, monto: 0, referencia: null }];
}
