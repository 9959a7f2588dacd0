import type { z } from 'zod';
import { withTransaction } from '@/db/transaction';
import { emitAudit } from '@/lib/audit';
import { puede } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { diaDe } from '@/lib/time';
import { paginaDeArchivo } from '@/lib/validation';
import type { Page } from './page';
import { type Columna, type List, listOrStream, streamCsv } from './stream-list';
import { streamXlsx } from './stream-xlsx';

type Query = Record<string, unknown>;
type Formato = NonNullable<z.output<typeof paginaDeArchivo>['formato']>;

/** How a list goes out as a file. */
export type Salida<T> = {
  /** What the list is, as a person says it; from the filter, when that tells of what it is. Ours, never a client's text. */
  nombre: string | ((filtro: Query) => string);
  columnas: readonly Columna<T>[] | ((ctx: Context) => Promise<readonly Columna<T>[]>);
  /** Without `limite` the route gives everything, streamed; else a page. */
  sinLimite?: 'todo';
};

/**
 * What a list route runs: a page of `list`, or with `formato` everything that passes the filter as a CSV or an Excel file,
 * page by page. `list` says who may and what the filter is, and its rows are all there is: a file never holds what the list
 * would not show to that person. Throws whatever `list` throws, before anything is sent.
 */
export function exportList<T>(
  list: List<T>,
  salida: Salida<T>,
): (ctx: Context, raw: unknown) => Promise<Page<T> | Response> {
  const pagina = salida.sinLimite ? listOrStream(list) : list;
  return async (ctx, raw) => {
    const { formato, query, filtro } = leerPedido(raw);
    return formato ? archivoDe(ctx, formato, filtro, { ...salida, list }) : pagina(ctx, query);
  };
}

/** Splits the format from what a list is asked: as it came, and without its page. Throws when the format is not one. */
export function leerPedido(raw: unknown): { formato: Formato | undefined; query: Query; filtro: Query } {
  const { formato } = paginaDeArchivo.parse(raw);
  const { formato: _, ...query } = raw as Query;
  const { limite: __, cursor: ___, ...filtro } = query;
  return { formato, query, filtro };
}

/** Everything that passes a filter, as a file of that format with the day in its name. Who took it away is in the trail. */
export async function archivoDe<T>(
  ctx: Context,
  formato: Formato,
  filtro: Query,
  { list, nombre, columnas }: Salida<T> & { list: List<T> },
): Promise<Response> {
  const todas = typeof columnas === 'function' ? await columnas(ctx) : columnas;
  const suyas = todas.filter(([, , permiso]) => permiso === undefined || puede(ctx, permiso));
  const lista = typeof nombre === 'string' ? nombre : nombre(filtro);
  const de = { list, columnas: suyas, nombre: `${paraArchivo(lista)}-${diaDe(ctx.ahora)}` };
  const archivo = await (formato === 'csv' ? streamCsv(ctx, filtro, de) : streamXlsx(ctx, filtro, de));
  const acto = { accion: 'lista.exportar', entidad: 'lista', idEntidad: lista };
  await withTransaction(ctx, (tx) => emitAudit(tx, ctx, { ...acto, despues: { archivo: formato, ...filtro } }));
  return archivo;
}

/** `Mensajes de WhatsApp` → `mensajes-de-whatsapp`. */
function paraArchivo(nombre: string): string {
  const llano = nombre.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return llano.replace(/[^a-z0-9]+/g, '-');
}

/** An instant of the wire as a cell: a date for the spreadsheet, not a text. */
export function momento(iso: string | null): Date | null {
  return iso === null ? null : new Date(iso);
}

/** A code of the wire as a person reads it: `EN_CAMINO` → `En camino`. */
export function enPalabras(codigo: string): string {
  const texto = codigo.toLowerCase().replaceAll('_', ' ');
  return texto.charAt(0).toUpperCase() + texto.slice(1);
}
