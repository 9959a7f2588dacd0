import { sqlClient } from '@/db';
import { requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { leerCategorias, leerFase, type PaginaDeCatalogo } from './catalogo-read';
import { type CursorDeCatalogo, DESPUES_DE, escribirCursor, leerCursor } from './cursor';
import { type CatalogoDto, CatalogoQuery } from './schemas';

const PAGINA = 1000;

/**
 * A page of what a counter of the caller's branch knows without network: all of it without a cursor, favourites first; what
 * changed since, with one. A row committed late is never missed: a cursor stops before the oldest transaction that was
 * still writing (ADR 0016), and so a row may come twice. A cursor of another branch or of a restored database starts again.
 */
export async function sincronizarCatalogo(ctx: Context, raw: unknown): Promise<CatalogoDto> {
  requirePermiso(ctx, 'venta:cobrar');
  const { cursor: texto, limite = PAGINA } = CatalogoQuery.parse(raw);
  const sql = sqlClient();
  // Read before the rows: whoever had not committed by now is still to come.
  const [base] = await sql<{ epoca: string; xmin: number; xmax: number; redondea: boolean; total: number | null }[]>`
    select s.system_identifier || '.' || k.timeline_id || '.' || d.oid as epoca,
      (pg_snapshot_xmin(pg_current_snapshot())::text)::bigint as xmin,
      (pg_snapshot_xmax(pg_current_snapshot())::text)::bigint as xmax,
      u.redondeo_efectivo as redondea,
      case when ${!texto} then (select count(*) from producto where estado) end as total
    from pg_control_system() s, pg_control_checkpoint() k, pg_database d, sucursal u
    where d.datname = current_database() and u.id = ${ctx.idSucursal}`;
  if (!base) throw new Error(`sucursal ${ctx.idSucursal}: not found`);
  const guardado = leerCursor(texto);
  const sirve = guardado?.epoca === base.epoca && guardado.idSucursal === ctx.idSucursal && guardado.desde <= base.xmax;
  const nuevo: CursorDeCatalogo = {
    epoca: base.epoca,
    idSucursal: ctx.idSucursal,
    fase: 'favoritos',
    desde: base.xmin,
    siguiente: base.xmin,
    despuesDe: 0,
    corte: ctx.ahora.getTime(),
  };
  const cursor = sirve ? empezar(guardado, base.xmin, ctx.ahora) : nuevo;
  const pagina = await leerFase(sql, ctx, { ...cursor, hasta: base.xmax }, limite);
  const siguiente = avanzar(cursor, pagina);
  return {
    cursor: escribirCursor(siguiente),
    hay_mas: siguiente.fase !== 'listo',
    reiniciar: !sirve,
    total: base.total ?? (sirve ? null : await contar()),
    corte: new Date(cursor.corte).toISOString(),
    redondeo_efectivo: base.redondea,
    productos: pagina.productos,
    existencias: pagina.existencias,
    categorias: sirve ? pagina.categorias : await leerCategorias(sql),
    clientes: pagina.clientes,
    eliminados: pagina.eliminados,
  };
}

async function contar(): Promise<number> {
  const [fila] = await sqlClient()<{ total: number }[]>`select count(*) as total from producto where estado`;
  return fila?.total ?? 0;
}

/** A finished load goes on with what changed since. */
function empezar(cursor: CursorDeCatalogo, xmin: number, ahora: Date): CursorDeCatalogo {
  if (cursor.fase !== 'listo') return cursor;
  return { ...cursor, fase: 'cambios', siguiente: xmin, despuesDe: 0, corte: ahora.getTime() };
}

function avanzar(cursor: CursorDeCatalogo, { ultimo }: PaginaDeCatalogo): CursorDeCatalogo {
  if (ultimo !== null) return { ...cursor, despuesDe: ultimo };
  const fase = DESPUES_DE[cursor.fase];
  return { ...cursor, fase, desde: fase === 'listo' ? cursor.siguiente : cursor.desde, despuesDe: 0 };
}
