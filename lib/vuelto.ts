import { DENOMINACIONES, desglosar } from '@/lib/money';

/** How many of each note and coin, by its value in centavos. */
export type Piezas = Readonly<Record<number, number>>;

/** So many of one note or coin. */
export type Pieza = { valor: number; piezas: number };

/** The change to give. `alcanza`: what the drawer should hold makes it; `quedanPocas`: what it nearly uses up. */
export type Vuelto = { piezas: Pieza[]; alcanza: boolean; quedanPocas: number[] };

/** Fewer than these are few. */
const POCAS = 5;

/**
 * The notes and coins of a change, out of those that the drawer should hold; the fewest of all where nobody knows what it
 * holds, or where it cannot make the sum. `centavos` is a multiple of 10.
 */
export function darVuelto(centavos: number, hay: Piezas | null): Vuelto {
  const posible = hay && repartir(centavos, hay, 0, new Set());
  if (!posible) return { piezas: desglosar(centavos), alcanza: !hay, quedanPocas: [] };
  const quedanPocas = posible.flatMap(({ valor, piezas }) => ((hay[valor] ?? 0) - piezas < POCAS ? [valor] : []));
  return { piezas: posible, alcanza: true, quedanPocas };
}

/** What the drawer should hold after a sale in cash: what was handed over went in, the change came out. */
export function trasCobrar(hay: Piezas, recibido: number, vuelto: number): Piezas {
  const quedan: Record<number, number> = { ...hay };
  for (const { valor, piezas } of desglosar(recibido)) quedan[valor] = (quedan[valor] ?? 0) + piezas;
  for (const { valor, piezas } of darVuelto(vuelto, hay).piezas)
    quedan[valor] = Math.max(0, (quedan[valor] ?? 0) - piezas);
  return quedan;
}

/** Largest first, going back where the small ones that are left cannot make the rest. */
function repartir(resto: number, hay: Piezas, i: number, fallidos: Set<string>): Pieza[] | null {
  if (resto === 0) return [];
  const valor = DENOMINACIONES[i];
  const llave = `${i}:${resto}`;
  if (valor === undefined || fallidos.has(llave)) return null;
  for (let piezas = Math.min(hay[valor] ?? 0, Math.floor(resto / valor)); piezas >= 0; piezas--) {
    const demas = repartir(resto - piezas * valor, hay, i + 1, fallidos);
    if (demas) return piezas > 0 ? [{ valor, piezas }, ...demas] : demas;
  }
  fallidos.add(llave);
  return null;
}
