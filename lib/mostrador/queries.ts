import { z } from 'zod';
import { sqlClient } from '@/db';
import { CursorAjenoError, decodeCursor, encodeCursor, idDelCursor, Page } from '@/lib/action/page';
import { requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { contieneLike } from '@/lib/like';
import { finDelDia, inicioDelDia } from '@/lib/time';
import { IncidenciaNoEncontradaError } from './errors';
import {
  dispositivoDto,
  type FilaDispositivo,
  type FilaIncidencia,
  incidenciaDto,
  type Lector,
  SELECT_DISPOSITIVO,
  SELECT_INCIDENCIA,
  visible,
} from './read';
import {
  type DispositivoDto,
  type IncidenciaDto,
  LeerIncidenciaInput,
  ListarDispositivosQuery,
  ListarIncidenciasQuery,
} from './schemas';

const PAGINA = 50;

/** What did not fit of the facts of one's branch (of all, with `sucursal:todas`), newest first. Throws PermisoError. */
export async function listarIncidencias(ctx: Context, raw: unknown): Promise<Page<IncidenciaDto>> {
  requirePermiso(ctx, 'incidencia:ver');
  const q = ListarIncidenciasQuery.parse(raw);
  const limite = q.limite ?? PAGINA;
  const antesDe = idDelCursor(q.cursor);
  const sql = sqlClient();
  const filas = await sql<FilaIncidencia[]>`
    ${sql.unsafe(SELECT_INCIDENCIA)} where ${visible(sql, ctx)}
      ${antesDe === null ? sql`` : sql`and x.id < ${antesDe}`}
      ${q.estado ? sql`and x.estado = ${q.estado}` : sql``}
      ${q.tipo ? sql`and x.tipo = ${q.tipo}` : sql``}
      ${q.id_dispositivo ? sql`and h.id_dispositivo = ${q.id_dispositivo}::uuid` : sql``}
      ${q.desde ? sql`and x.creada_en >= ${inicioDelDia(q.desde).toISOString()}::timestamptz` : sql``}
      ${q.hasta ? sql`and x.creada_en < ${finDelDia(q.hasta).toISOString()}::timestamptz` : sql``}
      ${q.buscar ? sql`and (x.frase ilike ${contieneLike(q.buscar)} or a.name ilike ${contieneLike(q.buscar)} or v.serie || '-' || v.numero ilike ${contieneLike(q.buscar)})` : sql``}
    order by x.id desc limit ${limite + 1}`;
  const pagina = filas.slice(0, limite);
  const ultima = pagina.at(-1);
  return new Page(pagina.map(incidenciaDto), {
    nextCursor: filas.length > limite && ultima ? encodeCursor([ultima.id]) : null,
  });
}

/** One incidencia. Throws PermisoError, IncidenciaNoEncontradaError. */
export async function leerIncidencia(ctx: Context, raw: unknown): Promise<IncidenciaDto> {
  requirePermiso(ctx, 'incidencia:ver');
  return leerIncidenciaEn(sqlClient(), ctx, LeerIncidenciaInput.parse(raw).id);
}

/** One incidencia on the given connection, rights already checked. Throws IncidenciaNoEncontradaError. */
export async function leerIncidenciaEn(sql: Lector, ctx: Context, id: number): Promise<IncidenciaDto> {
  const [fila] = await sql<FilaIncidencia[]>`
    ${sql.unsafe(SELECT_INCIDENCIA)} where x.id = ${id} and ${visible(sql, ctx)}`;
  if (!fila) throw new IncidenciaNoEncontradaError();
  return incidenciaDto(fila);
}

const PAGINA_DE_EQUIPOS = 200;

/** The place of a device in its list: whether it is revoked, when it was seen, its id. */
const LugarDeEquipo = z.tuple([
  z.literal([0, 1]),
  z
    .string()
    .regex(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:\d\d)?$/)
    .refine((v) => !Number.isNaN(Date.parse(v))),
  z.uuid(),
]);

function lugarDeEquipo(cursor: string | undefined): z.output<typeof LugarDeEquipo> | null {
  if (!cursor) return null;
  const { data } = LugarDeEquipo.safeParse(decodeCursor(cursor));
  if (!data) throw new CursorAjenoError();
  return data;
}

/**
 * The devices of one's branch (of all, with `sucursal:todas`), in pages of `limite` (200 by default): those that work first,
 * then by last seen. Throws PermisoError.
 */
export async function listarDispositivos(ctx: Context, raw: unknown): Promise<Page<DispositivoDto>> {
  requirePermiso(ctx, 'dispositivo:ver');
  const q = ListarDispositivosQuery.parse(raw);
  const limite = q.limite ?? PAGINA_DE_EQUIPOS;
  const lugar = lugarDeEquipo(q.cursor);
  const sql = sqlClient();
  const suyos = sql`${visible(sql, ctx)}
    ${q.buscar ? sql`and (x.nombre ilike ${contieneLike(q.buscar)} or x.serie ilike ${contieneLike(q.buscar)})` : sql``}`;
  const [filas, [cuenta]] = await Promise.all([
    sql<FilaDispositivo[]>`
      ${sql.unsafe(SELECT_DISPOSITIVO)} where ${suyos} ${lugar ? despuesDe(sql, lugar) : sql``}
      order by x.revocado_en is not null, x.visto_en desc, x.id limit ${limite + 1}`,
    sql<{ total: number }[]>`select count(*)::int as total from dispositivo x where ${suyos}`,
  ]);
  const pagina = filas.slice(0, limite);
  const ultima = filas.length > limite ? pagina.at(-1) : undefined;
  return new Page(pagina.map(dispositivoDto), {
    nextCursor: ultima ? encodeCursor([ultima.revocado_en === null ? 0 : 1, ultima.visto_en, ultima.id]) : null,
    total: cuenta?.total ?? 0,
  });
}

function despuesDe(sql: Lector, [revocado, visto, id]: z.output<typeof LugarDeEquipo>) {
  return sql`and ((x.revocado_en is not null)::int > ${revocado}::int or ((x.revocado_en is not null)::int = ${revocado}::int
    and (x.visto_en < ${visto}::timestamptz or (x.visto_en = ${visto}::timestamptz and x.id > ${id}::uuid))))`;
}

/**
 * The notes and coins that a session opened with, by value in centavos: those of the last count of its caja, when the opening
 * found that very sum. `null` when nobody counted by piece, or the sum was another. Throws PermisoError.
 */
export async function piezasAlAbrir(ctx: Context, idSesion: number): Promise<Record<number, number> | null> {
  requirePermiso(ctx, 'venta:cobrar');
  const [fila] = await sqlClient()<{ denominaciones: Record<number, number> | null }[]>`
    select a.denominaciones from sesion_caja s
      join lateral (select x.denominaciones, x.monto_final_real from sesion_caja x
        where x.id_caja = s.id_caja and x.id < s.id and x.estado_sesion = 'CERRADA' order by x.id desc limit 1) a on true
    where s.id = ${idSesion} and a.monto_final_real = s.monto_inicial`;
  return fila?.denominaciones ?? null;
}
