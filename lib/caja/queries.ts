import { CursorAjenoError, cortarPagina, decodeCursor, encodeCursor, Page } from '@/lib/action/page';
import { puede, requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { finDelDia, inicioDelDia } from '@/lib/time';
import { CajaNoEncontradaError, SesionNoEncontradaError, SinSesionActivaError } from './errors';
import { balanceDe, filasDe } from './figures';
import {
  type Reader,
  readerOf,
  selectAprobacionesDeSesion,
  selectCajas,
  selectMovimientos,
  selectSesiones,
} from './read';
import {
  CONCEPTOS,
  FilasDeSesionInput,
  IdInput,
  ListarCajasInput,
  ListarSesionesInput,
  SesionActivaInput,
} from './schemas';
import type {
  AsignableDto,
  BalanceDto,
  CajaDto,
  FilaDeSesionDto,
  SesionCajaDto,
  SesionDetalleDto,
} from './schemas-respuestas';
import { sesionVisibleA } from './steps';
import { sesionDeTrabajo } from './trabajo';

const SESIONES_POR_CAJA = 100;

/** Whoever opens cajas sees the cajas; other people's sessions need `caja:ver`. */
export function requireVerCajas(ctx: Context): void {
  if (!puede(ctx, 'caja:abrir')) requirePermiso(ctx, 'caja:ver');
}

/** The condition over `c` that keeps other branches out. */
export function sucursalVisible(sql: Reader, ctx: Context) {
  return puede(ctx, 'sucursal:todas') ? sql`true` : sql`c.id_sucursal = ${ctx.idSucursal}`;
}

/** The cajas of the request's branch by name, with who has each one open. Throws PermisoError. */
export async function listarCajas(ctx: Context, raw: unknown = {}): Promise<Page<CajaDto>> {
  requireVerCajas(ctx);
  const { id_sucursal = ctx.idSucursal, buscar = '', desde, hasta, ...q } = ListarCajasInput.parse(raw);
  const sql = readerOf(ctx);
  const sucursal = id_sucursal === 'todas' ? sql`true` : sql`c.id_sucursal = ${id_sucursal}`;
  const where = sql`c.estado and ${sucursal} and ${sucursalVisible(sql, ctx)}
    and strpos(lower(c.nombre), lower(${buscar})) > 0
    and ${desde ? sql`c.created_at >= ${inicioDelDia(desde).toISOString()}::timestamptz` : sql`true`}
    and ${hasta ? sql`c.created_at < ${finDelDia(hasta).toISOString()}::timestamptz` : sql`true`}`;
  const cajas = await selectCajas(sql, ctx, where, sql`su.nombre, c.nombre, c.id`);
  return cortarPagina(cajas, q);
}

/** Who could be assigned to the cajas one keeps, by name. Throws PermisoError. */
export async function listarAsignables(ctx: Context): Promise<AsignableDto[]> {
  requirePermiso(ctx, 'caja:administrar');
  const sql = readerOf(ctx);
  return sql<AsignableDto[]>`
    select u.id as id_usuario, u.name as nombre, u.id_sucursal, 'sucursal:todas' = any(r.permisos) as en_todas
    from usuario u join rol r on r.id = u.id_rol
    where u.estado and r.estado and 'caja:abrir' = any(r.permisos)
      and (${puede(ctx, 'sucursal:todas')} or u.id_sucursal = ${ctx.idSucursal}) order by u.name, u.id`;
}

/** One caja. Throws PermisoError, CajaNoEncontradaError. */
export async function unaCaja(ctx: Context, raw: unknown): Promise<CajaDto> {
  requireVerCajas(ctx);
  const { id } = IdInput.parse(raw);
  const sql = readerOf(ctx);
  const [caja] = await selectCajas(sql, ctx, sql`c.id = ${id} and c.estado and ${sucursalVisible(sql, ctx)}`);
  if (!caja) throw new CajaNoEncontradaError();
  return caja;
}

/** One caja with its newest hundred sessions (one's own without `caja:ver`). Throws PermisoError, CajaNoEncontradaError. */
export async function leerCaja(ctx: Context, raw: unknown): Promise<CajaDto & { sesiones: SesionCajaDto[] }> {
  const caja = await unaCaja(ctx, raw);
  const sql = readerOf(ctx);
  const sesiones = await selectSesiones(
    sql,
    ctx,
    sql`s.id_caja = ${caja.id} and ${sesionVisibleA(sql, ctx)}`,
    SESIONES_POR_CAJA,
  );
  return { ...caja, sesiones };
}

/** The open session of a person, with its caja; one's own is where one works. Another's needs `caja:ver`. Throws PermisoError, SinSesionActivaError. */
export async function sesionActiva(ctx: Context, raw: unknown): Promise<SesionCajaDto> {
  requireVerCajas(ctx);
  const { id_usuario } = SesionActivaInput.parse(raw);
  if (id_usuario !== ctx.actor.idUsuario) requirePermiso(ctx, 'caja:ver');
  const propia = id_usuario === ctx.actor.idUsuario;
  const sesion = propia ? await miSesion(ctx) : await abiertaDe(ctx, id_usuario);
  if (!sesion) throw new SinSesionActivaError();
  return sesion;
}

/** The open session where the actor works (`sesionDeTrabajo`), or `null`: what a counter screen asks before anything else. */
export async function miSesion(ctx: Context): Promise<SesionCajaDto | null> {
  const sql = readerOf(ctx);
  const id = await sesionDeTrabajo(sql, ctx);
  if (id === null) return null;
  const [sesion] = await selectSesiones(sql, ctx, sql`s.id = ${id}`);
  return sesion ?? null;
}

async function abiertaDe(ctx: Context, idUsuario: number): Promise<SesionCajaDto | null> {
  const sql = readerOf(ctx);
  const [sesion] = await selectSesiones(
    sql,
    ctx,
    sql`s.id_usuario = ${idUsuario} and s.estado_sesion = 'ABIERTA' and ${sesionVisibleA(sql, ctx)}`,
  );
  return sesion ?? null;
}

/** Sessions, newest first, by caja, person, state and opening day. Throws PermisoError. */
export async function listarSesiones(ctx: Context, raw: unknown = {}): Promise<Page<SesionCajaDto>> {
  requireVerCajas(ctx);
  const q = ListarSesionesInput.parse(raw);
  const sql = readerOf(ctx);
  const desdeDe = q.cursor === undefined ? null : cursorDe(q.cursor, esInstante);
  const where = sql`${sesionVisibleA(sql, ctx)}
    and (${q.id_caja ?? null}::int is null or s.id_caja = ${q.id_caja ?? null})
    and (${q.id_usuario ?? null}::int is null or s.id_usuario = ${q.id_usuario ?? null})
    and (${q.estado_sesion ?? null}::text is null or s.estado_sesion = ${q.estado_sesion ?? null})
    and ${q.desde ? sql`s.fecha_apertura >= ${inicioDelDia(q.desde).toISOString()}::timestamptz` : sql`true`}
    and ${q.hasta ? sql`s.fecha_apertura < ${finDelDia(q.hasta).toISOString()}::timestamptz` : sql`true`}
    and ${desdeDe ? sql`(s.fecha_apertura, s.id) < (${desdeDe.valor}::timestamptz, ${desdeDe.id}::bigint)` : sql`true`}`;
  const filas = await selectSesiones(sql, ctx, where, q.limite ? q.limite + 1 : null);
  const sesiones = filas.slice(0, q.limite);
  const ultima = filas.length > sesiones.length ? sesiones.at(-1) : undefined;
  return new Page(sesiones, { nextCursor: ultima ? encodeCursor([ultima.id, ultima.fecha_apertura]) : null });
}

/** One session with its movements by hand. Throws PermisoError, SesionNoEncontradaError. */
export async function leerSesion(ctx: Context, raw: unknown): Promise<SesionDetalleDto> {
  const { id } = IdInput.parse(raw);
  const sql = readerOf(ctx);
  const sesion = await sesionDe(ctx, id);
  const [movimientos, aprobaciones] = await Promise.all([
    selectMovimientos(sql, sql`m.id_sesion_caja = ${id}`),
    selectAprobacionesDeSesion(sql, id),
  ]);
  return { ...sesion, movimientos, aprobaciones };
}

/** The figures of a session, by kind and by pocket. Throws PermisoError, SesionNoEncontradaError. */
export async function balanceSesion(ctx: Context, raw: unknown): Promise<BalanceDto> {
  const { id } = IdInput.parse(raw);
  return balanceDe(readerOf(ctx), ctx, await sesionDe(ctx, id));
}

/**
 * The rows behind a session's figures, newest first; they add up to the figure. While the session is open they need the
 * right to see what is expected, like the figures. Throws PermisoError, SesionNoEncontradaError.
 */
export async function filasDeSesion(ctx: Context, raw: unknown): Promise<Page<FilaDeSesionDto>> {
  const q = FilasDeSesionInput.parse(raw);
  const sesion = await sesionDe(ctx, q.id);
  if (sesion.estado_sesion === 'ABIERTA') requirePermiso(ctx, 'caja:ver_esperado');
  const desdeDe =
    q.cursor === undefined ? null : cursorDe(q.cursor, (concepto) => CONCEPTOS.some((c) => c === concepto));
  const filas = await filasDe(readerOf(ctx), {
    idSesion: q.id,
    concepto: q.concepto ?? null,
    bolsillo: q.bolsillo ?? null,
    despuesDe: desdeDe && { idAsiento: desdeDe.id, concepto: desdeDe.valor },
    limite: q.limite ? q.limite + 1 : null,
  });
  const pagina = filas.slice(0, q.limite);
  const ultima = filas.length > pagina.length ? pagina.at(-1) : undefined;
  return new Page(pagina, { nextCursor: ultima ? encodeCursor([ultima.id_asiento, ultima.concepto]) : null });
}

export async function sesionDe(ctx: Context, id: number): Promise<SesionCajaDto> {
  requireVerCajas(ctx);
  const sql = readerOf(ctx);
  const [sesion] = await selectSesiones(sql, ctx, sql`s.id = ${id} and ${sesionVisibleA(sql, ctx)}`);
  if (!sesion) throw new SesionNoEncontradaError();
  return sesion;
}

/** The last row of the page before: its id and the value it was ordered by. Throws ValidacionError. */
function cursorDe(texto: string, esValor: (valor: string) => boolean): { id: number; valor: string } {
  const [id, valor] = decodeCursor(texto) ?? [];
  if (Number.isSafeInteger(id) && typeof valor === 'string' && esValor(valor)) return { id: Number(id), valor };
  throw new CursorAjenoError();
}

/** An instant as this file writes it in a cursor. */
function esInstante(texto: string): boolean {
  return /^[12]\d{3}-\d\d-\d\dT[\d:]{8}\.\d{3}Z$/.test(texto) && !Number.isNaN(Date.parse(texto));
}
