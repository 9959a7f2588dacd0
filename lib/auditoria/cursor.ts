import { CursorAjenoError, decodeCursor, encodeCursor } from '@/lib/action/page';

/** A place in a list ordered by instant and id: whole microseconds since 1970, and the id that breaks ties. */
export type Lugar = { micros: number; id: number };

/** The cursor of a place. */
export function cursorDe({ micros, id }: Lugar): string {
  return encodeCursor([micros, id]);
}

/** The place that a cursor names, or `null` without one. Throws CursorAjenoError when it is of another list. */
export function lugarDe(cursor: string | undefined): Lugar | null {
  if (!cursor) return null;
  const [micros, id, ...resto] = decodeCursor(cursor) ?? [];
  const buenos = [micros, id].every((n) => typeof n === 'number' && Number.isSafeInteger(n) && n >= 0);
  if (resto.length > 0 || !buenos) throw new CursorAjenoError();
  return { micros: Number(micros), id: Number(id) };
}
