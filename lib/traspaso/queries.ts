import { sqlClient } from '@/db';
import { encodeCursor, idDelCursor, Page } from '@/lib/action/page';
import { servirArchivo } from '@/lib/archivo/servir';
import { SinDatos } from '@/lib/auth/input';
import { puede, requirePermiso } from '@/lib/auth/permisos';
import { sesionVisibleA } from '@/lib/caja/steps';
import type { Context } from '@/lib/context';
import { NoEncontradoError } from '@/lib/errors';
import { jsonDeCentavos } from '@/lib/money';
import { finDelDia, inicioDelDia } from '@/lib/time';
import { type Reader, selectTraspasos } from './read';
import { type CajaFuerteDto, IdTraspasoInput, ListarTraspasosInput, type TraspasoDto } from './schemas';

/**
 * The condition over `t`: those of the sessions one sees, and, for who may see the safe, all of the branch (of all branches,
 * for who works in all).
 */
function visibles(sql: Reader, ctx: Context) {
  const deSesion = sql`exists (select 1 from sesion_caja s join caja c on c.id = s.id_caja
    where s.id = t.id_sesion_caja and ${sesionVisibleA(sql, ctx)})`;
  if (!puede(ctx, 'caja:ver_fuerte')) return deSesion;
  return puede(ctx, 'sucursal:todas') ? sql`true` : sql`(t.id_sucursal = ${ctx.idSucursal} or ${deSesion})`;
}

/** Transfers, newest first, by session and day. Throws PermisoError. */
export async function listarTraspasos(ctx: Context, raw: unknown = {}): Promise<Page<TraspasoDto>> {
  requireVer(ctx);
  const q = ListarTraspasosInput.parse(raw);
  const sql = ctx.tx?.sql ?? sqlClient();
  const antes = idDelCursor(q.cursor);
  const where = sql`${visibles(sql, ctx)}
    and (${q.id_sesion_caja ?? null}::int is null or t.id_sesion_caja = ${q.id_sesion_caja ?? null})
    and (${q.buscar ?? ''} = '' or strpos(lower(coalesce(t.nota, '')), lower(${q.buscar ?? ''})) > 0)
    and ${q.desde ? sql`t.fecha >= ${inicioDelDia(q.desde).toISOString()}::timestamptz` : sql`true`}
    and ${q.hasta ? sql`t.fecha < ${finDelDia(q.hasta).toISOString()}::timestamptz` : sql`true`}
    and ${antes === null ? sql`true` : sql`t.id < ${antes}`}`;
  const filas = await selectTraspasos(sql, where, q.limite ? q.limite + 1 : null);
  const pagina = filas.slice(0, q.limite);
  const ultimo = filas.length > pagina.length ? pagina.at(-1) : undefined;
  return new Page(pagina, { nextCursor: ultimo ? encodeCursor([ultimo.id]) : null });
}

/** The photo of a transfer's slip, for whoever sees the transfer. Throws PermisoError, NoEncontradoError. */
export async function fotoDeTraspaso(ctx: Context, raw: unknown): Promise<Response> {
  requireVer(ctx);
  const { id } = IdTraspasoInput.parse(raw);
  const sql = sqlClient();
  const [fila] = await sql<{ id_archivo: number | null }[]>`
    select t.id_archivo from traspaso_caja t where t.id = ${id} and ${visibles(sql, ctx)}`;
  if (!fila) throw new NoEncontradoError('No se encontró el traspaso.');
  return servirArchivo(fila.id_archivo);
}

/** What the safe of each branch holds: of the request's, of all for who works in all. Throws PermisoError. */
export async function cajasFuertes(ctx: Context, raw: unknown = {}): Promise<CajaFuerteDto[]> {
  requirePermiso(ctx, 'caja:ver_fuerte');
  SinDatos.parse(raw);
  const sql = ctx.tx?.sql ?? sqlClient();
  const filas = await sql<CajaFuerteDto[]>`
    select su.id as id_sucursal, su.nombre as sucursal, q.saldo from sucursal su join cuenta q on q.codigo = 'caja_fuerte.S' || su.id
    where su.estado and (${puede(ctx, 'sucursal:todas')} or su.id = ${ctx.idSucursal}) order by su.nombre, su.id`;
  return filas.map((f) => ({ ...f, saldo: jsonDeCentavos(f.saldo) }));
}

function requireVer(ctx: Context): void {
  if (!puede(ctx, 'caja:mover') && !puede(ctx, 'caja:ver_fuerte')) requirePermiso(ctx, 'caja:ver');
}
