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
