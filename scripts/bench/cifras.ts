/** Milliseconds under which a share of the operations ended. */
export type Latencias = { p50: number; p95: number; p99: number };
/** One side of the comparison. */
export type Medida = { porSegundo: number; cuantas: number } & Latencias;

/** Percentiles of a list of milliseconds (nearest rank). */
export function percentiles(milisegundos: readonly number[]): Latencias {
  const orden = Float64Array.from(milisegundos).sort();
  const en = (parte: number) => orden[Math.min(orden.length - 1, Math.ceil(orden.length * parte) - 1)] ?? Number.NaN;
  return { p50: en(0.5), p95: en(0.95), p99: en(0.99) };
}

const numero = (valor: number, decimales: number) =>
  valor.toLocaleString('es-BO', { minimumFractionDigits: decimales, maximumFractionDigits: decimales });

/** One line of the report. */
export function filaDe(nombre: string, m: Medida): string {
  const tiempos = [m.p50, m.p95, m.p99].map((ms) => `${numero(ms, 1)} ms`.padStart(10)).join('');
  return `  ${nombre.padEnd(34)}${numero(m.porSegundo, 0).padStart(8)}/s${tiempos}`;
}

/** A figure against its target, with its verdict. */
export function meta(nombre: string, valor: number, decimales: number, cumple: boolean, objetivo: string): string {
  return `  ${nombre.padEnd(34)}${numero(valor, decimales).padStart(8)}    meta ${objetivo}: ${cumple ? 'cumple' : 'no cumple'}`;
}
