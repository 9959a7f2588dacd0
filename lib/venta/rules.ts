import { importeLinea, mulDiv, redondearEfectivo } from '@/lib/money';

/** How a ticket is paid. Only EFECTIVO touches the drawer. */
export const METODOS_PAGO = ['EFECTIVO', 'QR', 'TRANSFERENCIA'] as const;
export type MetodoPago = (typeof METODOS_PAGO)[number];

/** A line as the ticket's arithmetic needs it: centavos per unit, thousandths, centavos off. */
export type LineaTicket = { precio: number; cantidad: number; descuento: number };

/** A leg of payment, in centavos. */
export type Pago = { metodo: MetodoPago; monto: number; referencia: string | null };

/** What a line costs the customer: price × quantity, half up once, less its discount. */
export function subtotalLinea(linea: LineaTicket): number {
  return importeLinea(linea.precio, linea.cantidad) - linea.descuento;
}

/** Centavos that a percentage takes off an amount; what is left is rounded half up. `centesimas` of a percent: 5 % = 500. */
export function descuentoPorcentual(bruto: number, centesimas: number): number {
  return bruto - mulDiv(bruto, 10_000 - centesimas, 10_000);
}

/**
 * What percentage (hundredths of a percent) takes `descuento` off `bruto`: the smallest that `descuentoPorcentual` turns
 * into it, so that what a person may give alone is never over their cap because of a rounded centavo.
 */
export function centesimasDeDescuento(bruto: number, descuento: number): number {
  if (descuento <= 0 || bruto <= 0) return 0;
  const dobleDelResto = BigInt(2 * (bruto - descuento) + 1);
  return Number(10_000n - ceilDiv(dobleDelResto * 5_000n, BigInt(bruto)) + 1n);
}

/** As `centesimasDeDescuento`, for one line: a discount of the whole ticket, split among lines, adds up to a centavo. */
export function centesimasDeLinea(bruto: number, descuento: number): number {
  if (descuento <= 0 || bruto <= 0) return 0;
  return Number((BigInt(descuento - 1) * 10_000n) / BigInt(bruto)) + 1;
}

/** How far below the catalogue's a price is, in hundredths of a percent, rounded up; 0 when it is not below. */
export function centesimasDeRebaja(catalogo: number, precio: number): number {
  if (precio >= catalogo || catalogo <= 0) return 0;
  return Number(ceilDiv(BigInt(catalogo - precio) * 10_000n, BigInt(catalogo)));
}

function ceilDiv(a: bigint, b: bigint): bigint {
  return (a + b - 1n) / b;
}

/** The ticket's sums, in centavos: `total` = Σ subtotals, net of discounts, before cash rounding. */
export function totalizar(lineas: readonly LineaTicket[]): { bruto: number; descuento: number; total: number } {
  const bruto = lineas.reduce((suma, l) => suma + importeLinea(l.precio, l.cantidad), 0);
  const descuento = lineas.reduce((suma, l) => suma + l.descuento, 0);
  return { bruto, descuento, total: bruto - descuento };
}

/** What cash must be taken for `pendiente` centavos: rounded to 0,10 where the branch rounds. */
export function efectivoACobrar(pendiente: number, redondea: boolean): number {
  return redondea ? redondearEfectivo(pendiente) : pendiente;
}

/**
 * Checks that the legs pay the total, and rounds the cash leg. At most one leg is cash; its amount may come rounded or
 * not, and comes back rounded (a leg that rounds to nothing is left out). Guarantees Σ legs = total + redondeo.
 * Returns `null` when they do not add up.
 */
export function cuadrarPagos(
  total: number,
  pagos: readonly Pago[],
  redondea: boolean,
): { pagos: Pago[]; redondeo: number } | null {
  const efectivos = pagos.filter((p) => p.metodo === 'EFECTIVO');
  const otros = pagos.filter((p) => p.metodo !== 'EFECTIVO' && p.monto !== 0);
  const pendiente = total - otros.reduce((suma, p) => suma + p.monto, 0);
  const [efectivo, segundo] = efectivos;
  if (segundo || pendiente < 0) return null;
  if (!efectivo) return pendiente === 0 ? { pagos: otros, redondeo: 0 } : null;
  const cobrado = efectivoACobrar(pendiente, redondea);
  if (efectivo.monto !== pendiente && efectivo.monto !== cobrado) return null;
  const legs = cobrado === 0 ? otros : pagos.flatMap((p) => conEfectivo(p, cobrado));
  return { pagos: legs, redondeo: cobrado - pendiente };
}

function conEfectivo(pago: Pago, cobrado: number): Pago[] {
  if (pago.metodo === 'EFECTIVO') return [{ ...pago, monto: cobrado }];
  return pago.monto === 0 ? [] : [pago];
}

/** The method a ticket is listed under: its largest leg, the first of equals; EFECTIVO when nothing was paid. */
export function metodoPrincipal(pagos: readonly Pago[]): MetodoPago {
  return (
    pagos.reduce<Pago | null>((mayor, p) => (mayor === null || p.monto > mayor.monto ? p : mayor), null)?.metodo ??
    'EFECTIVO'
  );
}

/** Σ of the legs of one method, in centavos. */
export function sumaDe(pagos: readonly Pick<Pago, 'metodo' | 'monto'>[], metodo: MetodoPago): number {
  return pagos.reduce((suma, p) => (p.metodo === metodo ? suma + p.monto : suma), 0);
}
