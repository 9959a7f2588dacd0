import { Page } from './page';

/** The contract's wrapper of the reads of people: `{ status, message, data }`. */
export type DataEnvelope<T> = { status: 200; message: string; data: T };

/**
 * Serves a query in that wrapper: a `Page` gives its rows as `data`, and its cursor and total in the headers of every list; a file
 * is the file.
 */
export function inDataEnvelope<C, R, T>(
  query: (ctx: C, raw: R) => Promise<T>,
  message: string,
): (ctx: C, raw: R) => Promise<Response | DataEnvelope<T>> {
  return async (ctx, raw) => {
    const leido = await query(ctx, raw);
    if (leido instanceof Response) return leido;
    if (!(leido instanceof Page)) return { status: 200, message, data: leido };
    const { nextCursor, total } = leido.meta;
    const headers = {
      ...(nextCursor ? { 'X-Next-Cursor': nextCursor } : {}),
      ...(typeof total === 'number' ? { 'X-Total-Count': String(total) } : {}),
    };
    return Response.json({ status: 200, message, data: leido.items }, { headers });
  };
}
