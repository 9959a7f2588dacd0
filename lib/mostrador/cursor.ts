import { decodeCursor, encodeCursor } from '@/lib/action/page';

/** A whole load is favourites, the rest and the customers; a delta, the products and the customers that changed. */
const FASES = ['favoritos', 'resto', 'clientes', 'cambios', 'clientes_cambiados', 'listo'] as const;
export type Fase = (typeof FASES)[number];

/** What comes after each phase. */
export const DESPUES_DE: Readonly<Record<Fase, Fase>> = {
  favoritos: 'resto',
  resto: 'clientes',
  clientes: 'listo',
  cambios: 'clientes_cambiados',
  clientes_cambiados: 'listo',
  listo: 'cambios',
};

/**
 * Where a synchronization is. `desde`: every change of transactions before it is on the device. While a load or a delta has
 * pages to come, `fase` and `despuesDe` say where the next begins and `siguiente` what `desde` will be at its end.
 */
export type CursorDeCatalogo = {
  /** The database that gave it: a restored one starts everything again. */
  epoca: string;
  idSucursal: number;
  fase: Fase;
  desde: number;
  siguiente: number;
  despuesDe: number;
  /** The instant that it will show when its load ends, in milliseconds. */
  corte: number;
};

/** The cursor as text. */
export function escribirCursor(c: CursorDeCatalogo): string {
  return encodeCursor([c.epoca, c.idSucursal, c.fase, c.desde, c.siguiente, c.despuesDe, c.corte]);
}

/** What a cursor says, or `null` when it is not one of ours: then everything starts again. */
export function leerCursor(texto: string | undefined): CursorDeCatalogo | null {
  if (!texto) return null;
  const [epoca, idSucursal, fase, ...numeros] = decodeCursor(texto) ?? [];
  const conocida = FASES.find((f) => f === fase);
  const [desde, siguiente, despuesDe, corte, ...resto] = numeros.map((n) => (Number.isSafeInteger(n) ? Number(n) : -1));
  if (typeof epoca !== 'string' || typeof idSucursal !== 'number' || !conocida || resto.length > 0) return null;
  if (desde === undefined || siguiente === undefined || despuesDe === undefined || corte === undefined) return null;
  if (Math.min(desde, siguiente, despuesDe, corte) < 0 || despuesDe > 2_147_483_647 || corte > 8e15) return null;
  return { epoca, idSucursal, fase: conocida, desde, siguiente, despuesDe, corte };
}

/** The instant that a device shows, when its cursor is that of a finished load; else `null`. */
export function corteDelCursor(texto: string): Date | null {
  const cursor = leerCursor(texto);
  return cursor?.fase === 'listo' ? new Date(cursor.corte) : null;
}
