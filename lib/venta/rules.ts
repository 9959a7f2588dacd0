import { importeLinea, mulDiv, redondearEfectivo } from '@/lib/money';
import { digitoVerificador, esCodigoGtin } from '@/lib/producto/rules';

/** The longest note of a ticket or of a line. */
export const MAXIMO_NOTA = 140;

/** How a ticket is paid. Only EFECTIVO touches the drawer. */
export const METODOS_PAGO = ['EFECTIVO', 'QR', 'TRANSFERENCIA'] as const;
export type MetodoPago = (typeof METODOS_PAGO)[number];

/** How each method is called on screen, on paper and in a spreadsheet. */
export const NOMBRE_METODO: Readonly<Record<string, string>> = {
  EFECTIVO: 'Efectivo',
  QR: 'QR',
  TRANSFERENCIA: 'Transferencia',
  FIADO: 'Fiado',
};

/** A line as the ticket's arithmetic needs it: centavos per unit, thousandths, centavos off. */
export type LineaTicket = { precio: number; cantidad: number; descuento: number };

/** A leg of payment, in centavos. */
export type Pago = { metodo: MetodoPago; monto: number; referencia: string | null };

/** The ticket's number as people say it, `A1-000123`. */
export function folioDe({ serie, numero }: { serie: string; numero: number }): string {
  return `${serie}-${String(numero).padStart(6, '0')}`;
}

/** What was sold, as people call it: `Coca-Cola 2 L · Six-pack`. */
export function nombreVendido(nombre: string, presentacion: string | null): string {
  return presentacion === null ? nombre : `${nombre} · ${presentacion}`;
}

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

/**
 * How the labels of a scale are read, one letter a digit of their EAN-13: fixed digits from 20 to 29, `A` the article, `P` the
 * weight in grams or `I` the amount in centavos, `X` what is not looked at, and `C`, last, the check digit: `20AAAAAPPPPPC`.
 */
const FORMATO_BALANZA = /^2\d(?=[AXPI]{10}C$)X*(A{4,6})X*(P{4,6}|I{4,6})X*C$/;

/** Whether a text is a scale's format. */
export function esFormatoBalanza(formato: string): boolean {
  return FORMATO_BALANZA.test(formato);
}

/** What a label says: the codes its article may have in the catalogue, in the order to look, and its weight or amount. */
export type EtiquetaBalanza = { articulos: string[] } & (
  | { milesimas: number; centavos: null }
  | { milesimas: null; centavos: number }
);

/**
 * Reads a code as a scale's label; `null` when no format fits, its check digit is wrong or it weighs nothing. Codes of real
 * products also start with 2: look for the whole code in the catalogue first.
 */
export function leerBalanza(codigo: string, formatos: readonly string[]): EtiquetaBalanza | null {
  if (!/^2\d{12}$/.test(codigo) || !esCodigoGtin(codigo)) return null;
  const formato = formatos.find((f) => esFormatoBalanza(f) && codigo.startsWith(f.slice(0, 2)));
  if (!formato) return null;
  const tomar = (letra: string) => codigo.slice(formato.indexOf(letra), formato.lastIndexOf(letra) + 1);
  const articulo = tomar('A');
  const valor = Number(tomar(formato.includes('P') ? 'P' : 'I'));
  if (valor === 0) return null;
  const prefijo = formato.slice(0, 2);
  const sinValor = [...formato]
    .map((l, i) => (l === 'A' || /\d/.test(l) ? codigo[i] : '0'))
    .join('')
    .slice(0, 12);
  const articulos = [
    `${sinValor}${digitoVerificador(sinValor)}`,
    prefijo + articulo,
    articulo,
    articulo.replace(/^0+(?=\d)/, ''),
  ];
  const unicos = [...new Set(articulos)];
  return formato.includes('P')
    ? { articulos: unicos, milesimas: valor, centavos: null }
    : { articulos: unicos, milesimas: null, centavos: valor };
}

/**
 * The weight that a label's amount stands for, in thousandths, at `precio` centavos a unit: the one whose line comes to just
 * that amount, or the nearest when none does (the price changed since it was printed). `null` without a price.
 */
export function milesimasDeImporte(importe: number, precio: number): number | null {
  if (precio <= 0) return null;
  const cerca = mulDiv(importe, 1000, precio);
  const justa = [cerca, cerca - 1, cerca + 1].find((m) => m > 0 && importeLinea(precio, m) === importe);
  return justa ?? Math.max(1, cerca);
}
