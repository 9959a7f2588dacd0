import type { Permiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { BOM, type Celda, lineaCsv } from './csv';
import type { Page } from './page';

/** A list verb: who may and what the filter is are its own. */
export type List<T> = (ctx: Context, raw: Record<string, unknown>) => Promise<Page<T>>;

const LOTE = 500;

/**
 * A list route of the contract: with `limite` one page, without it everything, streamed as one JSON array page by page, so
 * that neither side ever holds the whole list. The first page is read before answering: a refusal is still a refusal.
 */
export function listOrStream<T>(list: List<T>): (ctx: Context, raw: unknown) => Promise<Page<T> | Response> {
  return async (ctx, raw) => {
    const query = raw as Record<string, unknown>;
    if (query.limite !== undefined) return list(ctx, query);
    const primera = await list(ctx, { ...query, limite: LOTE });
    if (!primera.meta.nextCursor) return primera;
    return new Response(stream(ctx, query, list, primera), { headers: { 'content-type': 'application/json' } });
  };
}

function stream<T>(ctx: Context, query: Record<string, unknown>, list: List<T>, primera: Page<T>) {
  const encoder = new TextEncoder();
  let pagina: Page<T> | null = primera;
  let separador = '[';
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (!pagina) return controller.close();
      const textos = pagina.items.map((item) => JSON.stringify(item));
      const cursor: string | null | undefined = pagina.meta.nextCursor;
      controller.enqueue(encoder.encode(`${separador}${textos.join(',')}${cursor ? '' : ']'}`));
      separador = ',';
      pagina = cursor ? await list(ctx, { ...query, cursor, limite: LOTE }) : null;
    },
  });
}

/** A column of an exported list: its head, what it takes from each row, and the right without which it is not there. */
export type Columna<T> = readonly [titulo: string, celda: (fila: T) => Celda, permiso?: Permiso];

/**
 * Everything a list holds as a CSV file, read and sent page by page. The first page is read before answering: a refusal is
 * still a refusal. `nombre` is ours, never a client's.
 */
export async function streamCsv<T>(
  ctx: Context,
  query: Record<string, unknown>,
  { list, columnas, nombre }: { list: List<T>; columnas: readonly Columna<T>[]; nombre: string },
): Promise<Response> {
  const encoder = new TextEncoder();
  let pagina: Page<T> | null = await list(ctx, { ...query, limite: LOTE });
  let antes = BOM + lineaCsv(columnas.map(([titulo]) => titulo));
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (!pagina) return controller.close();
      const lineas = pagina.items.map((fila) => lineaCsv(columnas.map(([, celda]) => celda(fila))));
      controller.enqueue(encoder.encode(antes + lineas.join('')));
      antes = '';
      const cursor: string | null | undefined = pagina.meta.nextCursor;
      pagina = cursor ? await list(ctx, { ...query, cursor, limite: LOTE }) : null;
    },
  });
  const headers = {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${nombre}.csv"`,
  };
  return new Response(body, { headers });
}
