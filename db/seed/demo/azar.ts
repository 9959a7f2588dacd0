import { createHash } from 'node:crypto';

/** Chance that repeats itself: the same seed gives the same shop, sale by sale. */
export type Azar = Readonly<{
  /** Uniform in [0, 1). */
  real(): number;
  /** A whole number between the two, both included. */
  entero(desde: number, hasta: number): number;
  /** True with that probability. */
  suerte(probabilidad: number): boolean;
  /** One of the list, which must not be empty. */
  elegir<T>(lista: readonly T[]): T;
  /** One of the list, in proportion to its weight; at least one weight must be over zero. */
  pesado<T>(lista: readonly T[], peso: (uno: T) => number): T;
}>;

/** A generator for the text given (mulberry32 over its hash). */
export function crearAzar(semilla: string): Azar {
  let estado = createHash('sha256').update(semilla).digest().readUInt32LE(0);
  const real = (): number => {
    estado = (estado + 0x6d2b79f5) | 0;
    let t = Math.imul(estado ^ (estado >>> 15), 1 | estado);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const entero = (desde: number, hasta: number): number => desde + Math.floor(real() * (hasta - desde + 1));
  const pesado = <T>(lista: readonly T[], peso: (uno: T) => number): T => {
    let resto = real() * lista.reduce((suma, uno) => suma + peso(uno), 0);
    const elegido = lista.find((uno) => {
      resto -= peso(uno);
      return resto < 0;
    });
    return elegido ?? primero(lista);
  };
  return {
    real,
    entero,
    pesado,
    suerte: (probabilidad) => real() < probabilidad,
    elegir: (lista) => lista[Math.floor(real() * lista.length)] ?? primero(lista),
  };
}

function primero<T>(lista: readonly T[]): T {
  const [uno] = lista;
  if (uno === undefined) throw new Error('nothing to choose from');
  return uno;
}

/** The UUID that names an act of the demo: doing it twice is doing it once (`lib/operacion/write-once.ts`). */
export function claveDe(nombre: string): string {
  const hex = createHash('sha256').update(`kantuta-demo/${nombre}`).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `5${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}
