import { SinDatos } from '@/lib/auth/input';
import { requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { jsonDeCentavos } from '@/lib/money';
import { finDelDia, inicioDelDia } from '@/lib/time';
import { cierreDe } from './cierre';
import { SesionAbiertaError } from './errors';
import { selectCuentasExternas } from './externos';
import { balancesDe } from './figures';
import { leerSesion, requireVerCajas, sesionDe, sucursalVisible } from './queries';
import { readerOf, selectSesiones } from './read';
import { IdInput } from './schemas';
import {
  type CierreDto,
  type CuentaExternaDto,
  type DiferenciasDto,
  DiferenciasInput,
  type SesionVivaDto,
} from './schemas-cierre';
import { sesionVisibleA } from './steps';

/**
 * What a sealed count found, what was done about it and what may have happened. Only of a closed session: until the seal
 * nothing of this is told to anybody. Throws PermisoError, SesionNoEncontradaError, SesionAbiertaError.
 */
export async function cierreDeSesion(ctx: Context, raw: unknown): Promise<CierreDto> {
  const sesion = await leerSesion(ctx, raw);
  if (sesion.estado_sesion === 'ABIERTA') throw new SesionAbiertaError();
  return cierreDe(readerOf(ctx), ctx, sesion);
}

/** The accounts that the close of a session may compare with their own app, without figures. Throws PermisoError, SesionNoEncontradaError. */
export async function cuentasExternas(ctx: Context, raw: unknown): Promise<CuentaExternaDto[]> {
  const { id } = IdInput.parse(raw);
  const { caja } = await sesionDe(ctx, id);
  return selectCuentasExternas(readerOf(ctx), { idSucursal: caja.id_sucursal, especialidad: caja.especialidad });
}

/**
 * Every open session of the branch (of all, for who works in all) with its figures now, by branch and caja: one statement
 * for all of them. Figures are null without the right to see what is expected. Throws PermisoError.
 */
export async function sesionesVivas(ctx: Context, raw: unknown = {}): Promise<SesionVivaDto[]> {
  requirePermiso(ctx, 'caja:ver');
  SinDatos.parse(raw);
  const sql = readerOf(ctx);
  const sesiones = await selectSesiones(sql, ctx, sql`s.estado_sesion = 'ABIERTA' and ${sucursalVisible(sql, ctx)}`);
  const ids = sesiones.map((s) => s.id);
  const [balances, ritmos] = await Promise.all([
    balancesDe(sql, ctx, sesiones),
    sql<{ id: number; tickets: number; ultima: string | null }[]>`
      select id_sesion_caja as id, (count(*) filter (where tipo_documento = 'venta'))::int as tickets, max(fecha) as ultima
      from asiento where id_sesion_caja = any(${ids}::int[]) group by 1`,
  ]);
  const porSesion = new Map(ritmos.map((r) => [r.id, r]));
  return sesiones
    .map((sesion, i) => {
      const balance = balances[i];
      if (!balance) throw new Error(`sesion_caja ${sesion.id}: has no figures`);
      const ritmo = porSesion.get(sesion.id);
      const ultima = ritmo?.ultima ? new Date(ritmo.ultima).toISOString() : null;
      return { sesion, balance, tickets: ritmo?.tickets ?? 0, ultima_operacion: ultima };
    })
    .sort((a, b) => orden(a).localeCompare(orden(b), 'es', { numeric: true }));
}

const orden = ({ sesion: { caja } }: SesionVivaDto) => `${caja.sucursal} ${caja.nombre}`;

const VENTANA_MS = 90 * 86_400_000;
const PUNTOS = 200;
const CIERRES_PARA_TENDENCIA = 4;

/**
 * How closes went over time, by cashier or by caja: recounts included, those with the largest differences first. One's own
 * without `caja:ver`. Throws PermisoError.
 */
export async function diferenciasEnElTiempo(ctx: Context, raw: unknown = {}): Promise<DiferenciasDto[]> {
  requireVerCajas(ctx);
  const q = DiferenciasInput.parse(raw);
  const sql = readerOf(ctx);
  const desde = q.desde ? inicioDelDia(q.desde) : new Date(ctx.ahora.getTime() - VENTANA_MS);
  const grupo = q.por === 'caja' ? sql`c.id as grupo, c.nombre` : sql`u.id as grupo, u.name as nombre`;
  const filas = await sql<(DiferenciasDto & { por_semana: number | null })[]>`
    with cierre as (
      select ${grupo}, s.id, s.fecha_cierre as fecha, (s.diferencia + coalesce((select sum(r.ajuste) from recuento_caja r
        where r.id_sesion_caja = s.id), 0))::bigint as dif
      from sesion_caja s join caja c on c.id = s.id_caja join usuario u on u.id = s.id_usuario
      where s.estado_sesion = 'CERRADA' and ${sesionVisibleA(sql, ctx)} and s.fecha_cierre >= ${desde.toISOString()}::timestamptz
        and ${q.hasta ? sql`s.fecha_cierre < ${finDelDia(q.hasta).toISOString()}::timestamptz` : sql`true`}
        and (${q.id_caja ?? null}::int is null or s.id_caja = ${q.id_caja ?? null})
        and (${q.id_usuario ?? null}::int is null or s.id_usuario = ${q.id_usuario ?? null})
    ), numerado as (select *, row_number() over (partition by grupo order by fecha desc, id desc) as n from cierre)
    select grupo as id, nombre, count(*)::int as cierres, (count(*) filter (where dif = 0))::int as cuadran,
      coalesce(sum(dif) filter (where dif < 0), 0)::bigint as faltantes,
      coalesce(sum(dif) filter (where dif > 0), 0)::bigint as sobrantes, sum(dif)::bigint as neto,
      case when count(*) >= ${CIERRES_PARA_TENDENCIA}
        then round(regr_slope(abs(dif)::float8, extract(epoch from fecha)::float8 / 604800))::bigint end as por_semana,
      jsonb_agg(jsonb_build_object('id_sesion_caja', id, 'fecha', fecha, 'diferencia', dif) order by fecha, id)
        filter (where n <= ${PUNTOS}) as puntos
    from numerado group by grupo, nombre order by sum(abs(dif)) desc, nombre`;
  const bs = jsonDeCentavos;
  return filas.map((f) => ({
    ...f,
    faltantes: bs(f.faltantes),
    sobrantes: bs(f.sobrantes),
    neto: bs(f.neto),
    por_semana: f.por_semana === null ? null : bs(f.por_semana),
    puntos: f.puntos.map((p) => ({ ...p, fecha: new Date(p.fecha).toISOString(), diferencia: bs(p.diferencia) })),
  }));
}
