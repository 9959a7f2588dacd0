/** How often something happened, and out of how many occasions: voids in tickets, failed sign-ins in days. */
export type Cuenta = { eventos: number; ocasiones: number };

/** A day of a person's past. */
export type Dia = Cuenta & { dia: string };

/** What a day looks like beside the person's own past. `p`: how likely so many are, had nothing changed. */
export type Juicio = { alerta: boolean; esperados: number; umbral: number; p: number };

/** Days of past that are looked at. */
export const DIAS_DE_PASADO = 28;
/** Days that a person must have worked before being compared with themselves. */
const DIAS_MINIMOS = 5;
/**
 * How unlikely a day must be. It is looked at up to 64 times while it passes, so this is per look: a person whose habits
 * do not change is flagged on fewer than one day in a thousand, which a property test holds us to.
 */
const P_MAXIMA = 1e-4;
/** And how far out of the person's own days: standard deviations over their mean. */
const DESVIOS = 3;

/**
 * Whether today's count is out of the person's own habits. Three conditions, all of them:
 *
 * 1. at least `minimo` events: two voids are never news;
 * 2. the exact conditional test of two Poisson rates (Przyborowski and Wilenski, 1940, Biometrika 31): were the rate the
 *    same, of the k + k0 events of today and the past, today's are Binomial(k + k0, n / (n + n0)), n and n0 being the
 *    occasions; P(X ≥ k) must not exceed `P_MAXIMA`. It takes the shortness of the past into account by itself;
 * 3. more than mean + 3 sd of the person's own days, at today's occasions: whoever has always had rough days is left alone.
 *
 * Nobody is judged on fewer than five days of past, nor on a day without occasions.
 */
export function juzgar(hoy: Cuenta, pasado: readonly Dia[], minimo: number): Juicio {
  const dias = pasado.filter((d) => d.ocasiones > 0);
  const [k0, n0] = [suma(dias, (d) => d.eventos), suma(dias, (d) => d.ocasiones)];
  const { eventos: k, ocasiones: n } = hoy;
  if (dias.length < DIAS_MINIMOS || n === 0)
    return { alerta: false, esperados: 0, umbral: Number.POSITIVE_INFINITY, p: 1 };
  const esperados = (k0 / n0) * n;
  const media = suma(dias, (d) => d.eventos / d.ocasiones) / dias.length;
  const varianza = suma(dias, (d) => (d.eventos / d.ocasiones - media) ** 2) / (dias.length - 1);
  const umbral = (media + DESVIOS * Math.sqrt(varianza)) * n;
  const p = colaBinomial(k, k + k0, n / (n + n0));
  return { alerta: k >= minimo && k > umbral && p <= P_MAXIMA, esperados, umbral, p };
}

function suma<T>(filas: readonly T[], de: (fila: T) => number): number {
  return filas.reduce((total, fila) => total + de(fila), 0);
}

/** P(X ≥ k) for X ~ Binomial(n, q), summed from the smallest terms in logarithms: exact enough for any shop. */
export function colaBinomial(k: number, n: number, q: number): number {
  if (k <= 0) return 1;
  if (k > n || q <= 0) return 0;
  if (q >= 1) return 1;
  let termino = logCombinaciones(n, k) + k * Math.log(q) + (n - k) * Math.log1p(-q);
  let total = 0;
  for (let i = k; i <= n; i++) {
    total += Math.exp(termino);
    termino += Math.log((n - i) / (i + 1)) + Math.log(q / (1 - q));
  }
  return Math.min(1, total);
}

function logCombinaciones(n: number, k: number): number {
  let log = 0;
  for (let i = 1; i <= k; i++) log += Math.log((n - k + i) / i);
  return log;
}
