import { Page } from '@/lib/action/page';
import { requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { contieneLike } from '@/lib/like';
import { diaDe, finDelDia, inicioDelDia } from '@/lib/time';
import { cambiosDe, referenciasDe } from './cambios';
import { cursorDe, lugarDe } from './cursor';
import { enlaceDe } from './enlaces';
import { ActoNoEncontradoError, RangoGrandeError } from './errors';
import { FRASES, GRUPOS, nombreDeAccion } from './frases';
import { auditoriaDto, COLUMNAS, DESDE, type FilaAuditoria, lectorDe, leerNombres } from './read';
import {
  type AuditoriaDetalleDto,
  type AuditoriaDto,
  type HistoriaDto,
  LeerAuditoriaInput,
  ListarAuditoriaQuery,
} from './schemas';
import { sinReservados, sucursalDe } from './visible';

const PAGINA = 50;
const DIA_MS = 86_400_000;
/** The most days in which a text or an address is looked for: they have no index, so the range bounds the work. */
export const DIAS_DE_TEXTO = 92;
const DIAS_DE_TEXTO_SIN_RANGO = 31;

/**
 * Who did what, newest first, in pages of `limite` (50 by default), of the actor's branch or of all with `sucursal:todas`.
 * Throws PermisoError, CursorAjenoError, RangoGrandeError.
 */
export async function listarAuditoria(ctx: Context, raw: unknown): Promise<Page<AuditoriaDto>> {
  requirePermiso(ctx, 'auditoria:ver');
  const q = ListarAuditoriaQuery.parse(raw);
  const limite = q.limite ?? PAGINA;
  const sql = lectorDe(ctx);
  const sucursal = sucursalDe(ctx, q.sucursal);
  const lugar = lugarDe(q.cursor);
  const { desde, hasta } = rangoDe(ctx, q);
  const filas = await sql<FilaAuditoria[]>`
    select ${sql.unsafe(COLUMNAS)} from ${sql.unsafe(DESDE)}
    where true
      ${sucursal === null ? sql`` : sql`and a.id_sucursal = ${sucursal}`}
      ${lugar ? sql`and (a.fecha, a.id) < ('epoch'::timestamptz + ${lugar.micros}::float8 * interval '1 microsecond', ${lugar.id})` : sql``}
      ${desde ? sql`and a.fecha >= ${inicioDelDia(desde).toISOString()}::timestamptz` : sql``}
      ${hasta ? sql`and a.fecha < ${finDelDia(hasta).toISOString()}::timestamptz` : sql``}
      ${q.usuario === undefined ? sql`` : sql`and a.id_usuario = ${q.usuario}`}
      ${q.accion ? accionEn(sql, q.accion) : sql``}
      ${q.entidad ? sql`and a.entidad = ${q.entidad}` : sql``}
      ${q.id_entidad ? sql`and a.id_entidad = ${q.id_entidad}` : sql``}
      ${q.ip ? sql`and a.ip = ${q.ip}` : sql``}
      ${q.buscar ? textoEn(sql, q.buscar) : sql``}
    order by a.fecha desc, a.id desc limit ${limite + 1}`;
  const pagina = filas.slice(0, limite);
  const ultima = pagina.at(-1);
  return new Page(pagina.map(auditoriaDto), {
    nextCursor: filas.length > limite && ultima ? cursorDe(ultima) : null,
  });
}

/** One act, or those of a group when it ends in a point. One is asked by `=`: only so does its index give it in order. */
function accionEn(sql: ReturnType<typeof lectorDe>, accion: string) {
  if (!accion.endsWith('.')) return sql`and a.accion = ${accion}`;
  return sql`and a.accion = any(${Object.keys(FRASES).filter((a) => a.startsWith(accion))}::text[])`;
}

type Filtro = ReturnType<typeof ListarAuditoriaQuery.parse>;

/** The days to read. What has no index is only looked for in a bounded range. */
function rangoDe(ctx: Context, q: Filtro): { desde: string | undefined; hasta: string | undefined } {
  if (!q.buscar && !q.ip) return { desde: q.desde, hasta: q.hasta };
  const hasta = q.hasta ?? diaDe(ctx.ahora);
  const desde = q.desde ?? diasAntes(hasta, DIAS_DE_TEXTO_SIN_RANGO - 1);
  if (inicioDelDia(desde) < inicioDelDia(diasAntes(hasta, DIAS_DE_TEXTO - 1)))
    throw new RangoGrandeError(DIAS_DE_TEXTO);
  return { desde, hasta };
}

const diasAntes = (dia: string, dias: number) => diaDe(new Date(inicioDelDia(dia).getTime() - dias * DIA_MS));

/** A text as it may be in what was written, in the id of what it was done to, or in the request's; or a ticket's number. */
function textoEn(sql: ReturnType<typeof lectorDe>, buscar: string) {
  const patron = contieneLike(buscar);
  const [, serie, numero] = /^(?:(.{1,20})-)?(\d{1,9})$/.exec(buscar) ?? [];
  const ticket = numero
    ? sql`or (a.entidad = 'venta' and a.id_entidad in (select v.id::text from venta v
        where v.numero = ${Number(numero)} and v.serie = coalesce(${serie?.toUpperCase() ?? null}, v.serie)))`
    : sql``;
  return sql`and (a.id_entidad ilike ${patron} or a.request_id = ${buscar} or a.despues::text ilike ${patron}
    or a.antes::text ilike ${patron} ${ticket})`;
}

/** How many acts of a product its history tells. */
const HISTORIA = 100;

/**
 * What was ever changed of a product, newest first: the acts on it and the editions of many that touched it. For whoever
 * may edit it. Costs and stock values are left out without the right to see costs.
 */
export async function historiaDeProducto(ctx: Context, raw: unknown): Promise<HistoriaDto[]> {
  requirePermiso(ctx, 'producto:editar');
  const { id } = LeerAuditoriaInput.parse(raw);
  const sql = lectorDe(ctx);
  const filas = await sql<(FilaAuditoria & { antes: string | null; despues: string | null })[]>`
    select * from (
      select ${sql.unsafe(COLUMNAS)}, a.antes::text as antes, a.despues::text as despues from ${sql.unsafe(DESDE)}
      where a.entidad = 'producto' and a.id_entidad = ${String(id)}
      union all
      select ${sql.unsafe(COLUMNAS)}, f.antes::text, f.despues::text from ${sql.unsafe(DESDE)}
        join edicion_masiva_fila f on f.id_producto = ${id} and f.id_edicion::text = case when a.accion = 'edicion.aplicar'
          then a.id_entidad else (select d.id::text from edicion_masiva d where d.deshace_a::text = a.id_entidad) end
      where a.entidad = 'edicion'
    ) x order by fecha desc, id desc limit ${HISTORIA}`;
  const leidas = filas.map((f) => ({
    ...f,
    antes: sinReservados(ctx, f.antes && JSON.parse(f.antes)),
    despues: sinReservados(ctx, f.despues && JSON.parse(f.despues)),
  }));
  const referencias = new Map(leidas.flatMap(referenciasDe).map((r) => [`${r.columna}:${r.id}`, r]));
  const nombres = await leerNombres(sql, [...referencias.values()]);
  return leidas.map((f) => {
    const { id: idActo, fecha, usuario, frase } = auditoriaDto(f);
    return { id: idActo, fecha, usuario, frase, cambios: cambiosDe(f, nombres) };
  });
}

/** One act with what it changed. Throws PermisoError, ActoNoEncontradoError. */
export async function leerAuditoria(ctx: Context, raw: unknown): Promise<AuditoriaDetalleDto> {
  requirePermiso(ctx, 'auditoria:ver');
  const { id } = LeerAuditoriaInput.parse(raw);
  const sql = lectorDe(ctx);
  const sucursal = sucursalDe(ctx, undefined);
  const [fila] = await sql<(FilaAuditoria & { registrada_en: string; antes: unknown; despues: unknown })[]>`
    select ${sql.unsafe(COLUMNAS)}, a.registrada_en, a.antes, a.despues from ${sql.unsafe(DESDE)}
    where a.id = ${id} ${sucursal === null ? sql`` : sql`and a.id_sucursal = ${sucursal}`}`;
  if (!fila) throw new ActoNoEncontradoError();
  const [antes, despues] = [sinReservados(ctx, fila.antes), sinReservados(ctx, fila.despues)];
  const nombres = await leerNombres(sql, referenciasDe({ antes, despues }));
  return {
    ...auditoriaDto(fila),
    registrada_en: new Date(fila.registrada_en).toISOString(),
    agente: fila.dispositivo,
    enlace: enlaceDe(fila.entidad, fila.id_entidad),
    antes,
    despues,
    cambios: cambiosDe({ accion: fila.accion, antes, despues }, nombres),
  };
}

/** What the filters of the trail offer: the acts and their groups, in words. Checks no right: it is the product's own list. */
export function opcionesDeAuditoria(): {
  grupo: string;
  nombre: string;
  acciones: { accion: string; nombre: string }[];
}[] {
  const acciones = Object.keys(FRASES).filter((accion) => !accion.startsWith('demo.'));
  return Object.entries(GRUPOS).map(([grupo, nombre]) => ({
    grupo: `${grupo}.`,
    nombre,
    acciones: acciones
      .filter((accion) => accion.startsWith(`${grupo}.`))
      .map((accion) => ({ accion, nombre: nombreDeAccion(accion) })),
  }));
}

/** Whom the trail can be filtered by: the people of the branches that the actor sees, by name. Throws PermisoError. */
export async function personasDeAuditoria(ctx: Context): Promise<{ id: number; nombre: string }[]> {
  requirePermiso(ctx, 'auditoria:ver');
  const sql = lectorDe(ctx);
  const sucursal = sucursalDe(ctx, undefined);
  return sql<{ id: number; nombre: string }[]>`
    select u.id, u.name as nombre from usuario u
    ${sucursal === null ? sql`` : sql`where u.id_sucursal = ${sucursal} or exists (select 1 from usuario_sucursal x where x.id_usuario = u.id and x.id_sucursal = ${sucursal})`}
    order by u.name, u.id`;
}
