import { sqlClient } from '@/db';
import { encodeCursor, idDelCursor, Page } from '@/lib/action/page';
import { puede } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { finDelDia, inicioDelDia } from '@/lib/time';
import { AprobacionNoEncontradaError } from './errors';
import { type Reader, selectAprobaciones } from './read';
import {
  type AprobacionDto,
  type FiltroAprobaciones,
  IdAprobacionInput,
  ListarAprobacionesQuery,
  type SuperiorDto,
} from './schemas';
import { superioresDe } from './superiores';

const PAGINA = 50;

const lector = (ctx: Context): Reader => ctx.tx?.sql ?? sqlClient();

/** Over `a`: what one asked for, and for who answers, what was asked in their branch (in all, with `sucursal:todas`). */
function visibles(sql: Reader, ctx: Context) {
  const mias = sql`a.solicitada_por = ${ctx.actor.idUsuario}`;
  if (!puede(ctx, 'aprobacion:resolver')) return mias;
  return puede(ctx, 'sucursal:todas') ? sql`true` : sql`(${mias} or a.id_sucursal = ${ctx.idSucursal})`;
}

/** A state as it counts now, over `a`. */
function enEstado(sql: Reader, ctx: Context, estado: FiltroAprobaciones['estado']) {
  const ahora = ctx.ahora.toISOString();
  const viva = sql`(a.vence_en is null or a.vence_en > ${ahora}::timestamptz)`;
  // A draft is nobody's business but its author's, who sees it by its id.
  if (!estado) return sql`a.estado <> 'BORRADOR'`;
  if (estado === 'VENCIDA') return sql`a.estado in ('PENDIENTE', 'APROBADA') and not ${viva}`;
  if (estado === 'PENDIENTE' || estado === 'APROBADA') return sql`a.estado = ${estado} and ${viva}`;
  return sql`a.estado = ${estado} and (a.estado <> 'BORRADOR' or a.solicitada_por = ${ctx.actor.idUsuario})`;
}

/**
 * Approvals, newest first: one's own, and for a superior those of the branch (all branches with `sucursal:todas`). The
 * total comes with the pending ones, for whoever counts them.
 */
export async function listarAprobaciones(ctx: Context, raw: unknown = {}): Promise<Page<AprobacionDto>> {
  const q = ListarAprobacionesQuery.parse(raw);
  const sql = lector(ctx);
  const limite = q.limite ?? PAGINA;
  const antesDe = idDelCursor(q.cursor);
  const filtro = sql`${visibles(sql, ctx)} and ${enEstado(sql, ctx, q.estado)}
    and (${q.momento ?? null}::text is null or a.momento = ${q.momento ?? null})
    and (${q.mias !== true} or a.solicitada_por = ${ctx.actor.idUsuario})
    and (${q.tipo_documento ?? null}::text is null or a.tipo_documento = ${q.tipo_documento ?? null})
    and (${q.id_documento ?? null}::int is null or a.id_documento = ${q.id_documento ?? null})
    and ${q.desde ? sql`a.creada_en >= ${inicioDelDia(q.desde).toISOString()}::timestamptz` : sql`true`}
    and ${q.hasta ? sql`a.creada_en < ${finDelDia(q.hasta).toISOString()}::timestamptz` : sql`true`}
    and ${q.buscar ? sql`(strpos(lower(a.resumen), lower(${q.buscar})) > 0 or exists (select 1 from usuario b where b.id in (a.solicitada_por, a.resuelta_por) and strpos(lower(b.name), lower(${q.buscar})) > 0))` : sql`true`}`;
  const [filas, [cuenta]] = await Promise.all([
    selectAprobaciones(sql, ctx, sql`${filtro} and (${antesDe}::int is null or a.id < ${antesDe})`, limite + 1),
    q.estado === 'PENDIENTE'
      ? sql<{ n: number }[]>`select count(*)::int as n from aprobacion a where ${filtro}`
      : [null],
  ]);
  const pagina = filas.slice(0, limite);
  const ultima = filas.length > limite ? pagina.at(-1) : undefined;
  return new Page(pagina, { nextCursor: ultima ? encodeCursor([ultima.id]) : null, total: cuenta?.n ?? null });
}

/** One approval that the actor asked for or may look at. Throws AprobacionNoEncontradaError. */
export async function leerAprobacion(ctx: Context, raw: unknown): Promise<AprobacionDto> {
  const { id } = IdAprobacionInput.parse(raw);
  const sql = lector(ctx);
  const [dto] = await selectAprobaciones(sql, ctx, sql`a.id = ${id} and ${visibles(sql, ctx)}`, 1);
  if (!dto || (dto.estado === 'BORRADOR' && dto.solicitada_por !== ctx.actor.idUsuario)) {
    throw new AprobacionNoEncontradaError();
  }
  return dto;
}

/** Who may answer an approval that the actor sees, by name. Throws AprobacionNoEncontradaError. */
export async function superioresDeAprobacion(ctx: Context, raw: unknown): Promise<SuperiorDto[]> {
  const { id } = await leerAprobacion(ctx, raw);
  const sql = lector(ctx);
  const [a] = await sql<{ idSucursal: number; solicitadaPor: number; monto: number }[]>`
    select id_sucursal as "idSucursal", solicitada_por as "solicitadaPor", monto from aprobacion where id = ${id}`;
  if (!a) throw new AprobacionNoEncontradaError();
  const superiores = await superioresDe(sql as Parameters<typeof superioresDe>[0], a);
  return superiores.map((s) => ({ id_usuario: s.id, nombre: s.nombre, rol: s.rol, con_pin: s.conPin }));
}
