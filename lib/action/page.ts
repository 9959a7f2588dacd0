import { ValidacionError } from '@/lib/errors';

/** One page of a list, with what the door puts in its headers. */
export class Page<T> {
  constructor(
    readonly items: readonly T[],
    readonly meta: { nextCursor?: string | null; total?: number | null } = {},
  ) {}
}

/** An opaque cursor for keyset paging. */
export function encodeCursor(partes: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(partes)).toString('base64url');
}

/** The parts of a cursor, or `null` when it is not one of ours. */
export function decodeCursor(cursor: string): (string | number)[] | null {
  try {
    const partes: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    const buenas = Array.isArray(partes) && partes.every((p) => typeof p === 'string' || typeof p === 'number');
    return buenas ? partes : null;
  } catch {
    return null;
  }
}

const MAXIMO_ID = 2_147_483_647;

/** The id that a cursor of one id holds, or `null` without a cursor. Throws ValidacionError when it is of another list. */
export function idDelCursor(cursor: string | undefined): number | null {
  if (!cursor) return null;
  const [id, ...resto] = decodeCursor(cursor) ?? [];
  if (resto.length === 0 && Number.isInteger(id) && Number(id) >= 0 && Number(id) <= MAXIMO_ID) return Number(id);
  throw new CursorAjenoError();
}

/** 400: the cursor is not one that this list gave, or its row is gone. */
export class CursorAjenoError extends ValidacionError {
  constructor() {
    super('El cursor no es de esta lista.', { cursor: 'No es válido.' });
  }
}

/** The page of a short list that is whole in memory; its cursor is the id of the last row. Throws CursorAjenoError. */
export function cortarPagina<T extends { id: number }>(
  todas: readonly T[],
  { limite, cursor }: { limite?: number | undefined; cursor?: string | undefined },
): Page<T> {
  const ultimo = idDelCursor(cursor);
  const desde = ultimo === null ? 0 : todas.findIndex((f) => f.id === ultimo) + 1;
  if (ultimo !== null && desde === 0) throw new CursorAjenoError();
  const items = todas.slice(desde, limite ? desde + limite : undefined);
  const hayMas = desde + items.length < todas.length;
  return new Page(items, { nextCursor: hayMas ? encodeCursor([items.at(-1)?.id ?? 0]) : null, total: todas.length });
}
