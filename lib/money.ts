/**
 * Money is whole centavos (a safe integer) until it is ink. This file and `lib/quantity` are the only places that
 * round, parse or print an amount.
 */

/** Largest amount the product accepts in one figure: Bs 1.000 million, far from the limit of safe integers. */
export const MAXIMO_CENTAVOS = 100_000_000_000;

const formato = new Intl.NumberFormat('de-DE', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** Centavos as Bolivian text, `123450` → `1.234,50`. A real minus sign marks negatives. */
export function formatMonto(centavos: number): string {
  return formato.format(centavos / 100).replace('-', '−');
}

/** Centavos with the currency, `123450` → `Bs 1.234,50` (non-breaking space). */
export function formatBs(centavos: number): string {
  return `Bs\u00a0${formatMonto(centavos)}`;
}

/**
 * Reads an amount typed by a person, in centavos; `null` when it is not an amount.
 * The last comma or point followed by one or two digits is the decimal mark; points (or commas) before groups of
 * exactly three digits are thousands: `1.234,50`, `1234.5`, `1,234.50` and `1.234` (= 1234) are all read; `0.125` is not.
 */
export function parseMonto(texto: string): number | null {
  const limpio = texto.replace(/^\s*Bs\.?\s*/i, '').replace(/[\s\u00a0]/g, '');
  const partes = /^(\d+|[1-9]\d{0,2}(?:\.\d{3})+|[1-9]\d{0,2}(?:,\d{3})+)(?:[.,](\d{0,2}))?$/.exec(limpio);
  if (!partes) return null;
  const [, entero = '', decimal = ''] = partes;
  const centavos = Number(entero.replace(/[.,]/g, '')) * 100 + Number(decimal.padEnd(2, '0'));
  return centavos <= MAXIMO_CENTAVOS ? centavos : null;
}

/** A JSON amount (`25.5`) in centavos; `null` when it has more than two decimals or is not a finite number. */
export function centavosDeJson(monto: number): number | null {
  const centavos = Math.round(monto * 100);
  if (!Number.isSafeInteger(centavos) || Math.abs(centavos) > MAXIMO_CENTAVOS) return null;
  return Math.abs(monto * 100 - centavos) < 1e-6 + Math.abs(monto) * 1e-12 ? centavos : null;
}

/** Centavos as the JSON number of the contract, with at most two decimals. */
export function jsonDeCentavos(centavos: number): number {
  return centavos / 100;
}

/** `a × b / c` rounded half away from zero, exact for any safe integers. `c` must be positive. */
export function mulDiv(a: number, b: number, c: number): number {
  const producto = BigInt(a) * BigInt(b);
  const signo = producto < 0n ? -1n : 1n;
  const divisor = BigInt(c);
  return Number(signo * ((signo * producto * 2n + divisor) / (2n * divisor)));
}

/** The amount of a line: price per unit in centavos × thousandths of a unit, rounded half up once. */
export function importeLinea(precioCentavos: number, milesimas: number): number {
  return mulDiv(precioCentavos, milesimas, 1000);
}

/**
 * Splits `total` in proportion to `pesos` without losing a centavo (largest remainder; ties go to the first).
 * Guarantees Σ result = total and that a zero weight gets nothing, unless every weight is zero: then the first takes all.
 */
export function prorratear(total: number, pesos: readonly number[]): number[] {
  const suma = pesos.reduce((a, b) => a + BigInt(b), 0n);
  if (pesos.length === 0) return [];
  if (suma === 0n) return pesos.map((_, i) => (i === 0 ? total : 0));
  const signo = total < 0 ? -1 : 1;
  const absoluto = BigInt(Math.abs(total));
  const partes = pesos.map((peso, i) => {
    const exacto = absoluto * BigInt(peso);
    return { i, base: Number(exacto / suma), resto: exacto % suma };
  });
  let falta = Math.abs(total) - partes.reduce((a, p) => a + p.base, 0);
  const porResto = [...partes].sort((a, b) => (a.resto === b.resto ? a.i - b.i : a.resto < b.resto ? 1 : -1));
  for (const parte of porResto) {
    if (falta === 0) break;
    parte.base += 1;
    falta -= 1;
  }
  return partes.map((p) => signo * p.base);
}

/**
 * Cash is rounded to 0,10 because smaller coins do not circulate: nearest ten centavos, a tie in the customer's favour
 * (he pays 0,05 less; on money going back to him, 0,05 more).
 */
export function redondearEfectivo(centavos: number, sentido: 'cobro' | 'devolucion' = 'cobro'): number {
  const resto = centavos % 10;
  if (resto === 0) return centavos;
  const abajo = centavos - resto;
  const sube = sentido === 'cobro' ? resto > 5 : resto >= 5;
  return sube ? abajo + 10 : abajo;
}

/** Notes and coins in circulation in Bolivia, in centavos, largest first (Banco Central de Bolivia). */
export const DENOMINACIONES = [20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100, 50, 20, 10] as const;

/** The fewest notes and coins that make `centavos` (a multiple of 10), largest first. */
export function desglosar(centavos: number): { valor: number; piezas: number }[] {
  let resto = centavos;
  const salida: { valor: number; piezas: number }[] = [];
  for (const valor of DENOMINACIONES) {
    const piezas = Math.floor(resto / valor);
    if (piezas > 0) salida.push({ valor, piezas });
    resto -= piezas * valor;
  }
  return salida;
}
