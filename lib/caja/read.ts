import type postgres from 'postgres';
import { sqlClient } from '@/db';
import type { AprobacionDeDocumento } from '@/lib/aprobacion/schemas';
import { aprobacionesDto, aprobacionesJson } from '@/lib/aprobacion/steps';
import { puede } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { DENOMINACIONES, jsonDeCentavos } from '@/lib/money';
import { type Conteo, claveDenominacion, type Especialidad } from './rules';
import type { CajaDto, MovimientoCajaDto, SesionCajaDto } from './schemas-respuestas';

/** What can run a statement: the pool or a transaction. */
export type Reader = postgres.ISql<{ bigint: number }>;
type Fragment = postgres.PendingQuery<postgres.Row[]>;

/** The caller's transaction when there is one, else the pool. */
export function readerOf(ctx: Context): Reader {
  return ctx.tx?.sql ?? sqlClient();
}

type Comunes = {
  estado: boolean;
  id_user_create: number | null;
  id_user_update: number | null;
  created_at: string;
  updated_at: string;
};

type FilaCaja = Comunes & {
  id: number;
  nombre: string;
  especialidad: Especialidad;
  id_sucursal: number;
  sucursal: string;
  saldo: number;
  egreso_maximo: number | null;
  diferencia_maxima: number | null;
  denominaciones: number[] | null;
  personas: CajaDto['personas'];
  sesion: {
    id: number;
    id_usuario: number;
    cajero: string;
    fecha_apertura: string;
    contando_desde: string | null;
  } | null;
};

type FilaSesion = Comunes & {
  id: number;
  id_usuario: number;
  cajero: string;
  estado_sesion: 'ABIERTA' | 'CERRADA';
  monto_inicial: number;
  monto_final_teorico: number | null;
  monto_final_real: number | null;
  diferencia: number | null;
  diferencia_apertura: number;
  denominaciones: Conteo | null;
  fecha_apertura: string;
  fecha_cierre: string | null;
  fecha_negocio: string;
  motivo_apertura: string | null;
  contando_desde: string | null;
  contando_por: string | null;
  id_sesion_relevada: number | null;
  caja: FilaCaja;
};

const enBs = (centavos: number | null) => (centavos === null ? null : jsonDeCentavos(centavos));
const iso = (fecha: string) => new Date(fecha).toISOString();

const comunesDto = (f: Comunes) => ({
  estado: f.estado,
  id_user_create: f.id_user_create,
  id_user_update: f.id_user_update,
  created_at: iso(f.created_at),
  updated_at: iso(f.updated_at),
});

/** A caja (`c`), its branch, its drawer's balance and who has it open, as one row. */
function cajaColumns(sql: Reader): Fragment {
  return sql`c.id, c.nombre, c.especialidad, c.id_sucursal, c.estado, c.id_user_create, c.id_user_update, c.created_at,
    c.updated_at, su.nombre as sucursal, q.saldo, c.egreso_maximo, c.diferencia_maxima, c.denominaciones,
    coalesce((select jsonb_agg(jsonb_build_object('id_usuario', pu.id, 'nombre', pu.name) order by pu.name, pu.id)
      from caja_persona cp join usuario pu on pu.id = cp.id_usuario where cp.id_caja = c.id), '[]') as personas, (
      select jsonb_build_object('id', o.id, 'id_usuario', o.id_usuario, 'cajero', ou.name, 'fecha_apertura', o.fecha_apertura,
        'contando_desde', o.contando_desde)
      from sesion_caja o join usuario ou on ou.id = o.id_usuario
      where o.id_caja = c.id and o.estado_sesion = 'ABIERTA') as sesion`;
}

/** Cajas that meet `where` (over `c`), in the order given. */
export async function selectCajas(
  sql: Reader,
  ctx: Context,
  where: Fragment,
  orderBy: Fragment = sql`c.id`,
): Promise<CajaDto[]> {
  const filas = await sql<FilaCaja[]>`
    select ${cajaColumns(sql)}
    from caja c join sucursal su on su.id = c.id_sucursal join cuenta q on q.id_caja = c.id
    where ${where} order by ${orderBy}`;
  return filas.map((f) => cajaDto(ctx, f));
}

function cajaDto(ctx: Context, f: FilaCaja): CajaDto {
  const visible = f.sesion === null || puede(ctx, 'caja:ver_esperado');
  return {
    id: f.id,
    nombre: f.nombre,
    especialidad: f.especialidad,
    saldo: visible ? jsonDeCentavos(f.saldo) : null,
    id_sucursal: f.id_sucursal,
    sucursal: f.sucursal,
    egreso_maximo: enBs(f.egreso_maximo),
    diferencia_maxima: enBs(f.diferencia_maxima),
    denominaciones: (f.denominaciones ?? [...DENOMINACIONES]).map(jsonDeCentavos),
    personas: f.personas,
    sesion_abierta: f.sesion && {
      ...f.sesion,
      fecha_apertura: iso(f.sesion.fecha_apertura),
      contando_desde: f.sesion.contando_desde && iso(f.sesion.contando_desde),
    },
    ...comunesDto(f),
  };
}

/** Sessions that meet `where` (over `s` and `c`), newest first. */
export async function selectSesiones(
  sql: Reader,
  ctx: Context,
  where: Fragment,
  limite: number | null = null,
): Promise<SesionCajaDto[]> {
  const filas = await sql<FilaSesion[]>`
    select s.id, s.id_usuario, u.name as cajero, s.estado_sesion, s.monto_inicial, s.monto_final_teorico, s.monto_final_real,
      s.diferencia, s.denominaciones, s.fecha_apertura, s.fecha_cierre, s.fecha_negocio, s.motivo_apertura,
      s.id_sesion_relevada, s.contando_desde, k2.name as contando_por, s.estado, s.id_user_create,
      s.id_user_update, s.created_at, s.updated_at,
      (select coalesce(sum(p.importe), 0)::bigint from asiento a join partida p on p.id_asiento = a.id
        join cuenta g on g.id = p.id_cuenta and g.id_caja = s.id_caja
        where a.tipo_documento = 'apertura' and a.id_documento = s.id) as diferencia_apertura,
      to_jsonb(k) as caja
    from sesion_caja s join usuario u on u.id = s.id_usuario join caja c on c.id = s.id_caja
      left join usuario k2 on k2.id = s.contando_por
    cross join lateral (
      select ${cajaColumns(sql)} from sucursal su, cuenta q where su.id = c.id_sucursal and q.id_caja = c.id) k
    where ${where} order by s.fecha_apertura desc, s.id desc limit ${limite}`;
  return filas.map((f) => sesionDto(ctx, f));
}

function sesionDto(ctx: Context, f: FilaSesion): SesionCajaDto {
  const abierta = f.estado_sesion === 'ABIERTA';
  const visible = !abierta || puede(ctx, 'caja:ver_esperado');
  const teorico = abierta ? f.caja.saldo : f.monto_final_teorico;
  const cifra = (centavos: number | null) => (visible && centavos !== null ? jsonDeCentavos(centavos) : null);
  return {
    id: f.id,
    monto_inicial: jsonDeCentavos(f.monto_inicial),
    diferencia_apertura: cifra(f.diferencia_apertura),
    monto_final_teorico: cifra(teorico),
    monto_final_real: cifra(f.monto_final_real),
    diferencia: cifra(f.diferencia),
    denominaciones: f.denominaciones && conteoDto(f.denominaciones),
    estado_sesion: f.estado_sesion,
    fecha_apertura: iso(f.fecha_apertura),
    fecha_cierre: f.fecha_cierre && iso(f.fecha_cierre),
    fecha_negocio: f.fecha_negocio,
    motivo_apertura: f.motivo_apertura,
    contando_desde: abierta ? f.contando_desde && iso(f.contando_desde) : null,
    contando_por: abierta ? f.contando_por : null,
    id_sesion_relevada: f.id_sesion_relevada,
    id_caja: f.caja.id,
    caja: cajaDto(ctx, f.caja),
    id_usuario: f.id_usuario,
    cajero: f.cajero,
    ...comunesDto(f),
  };
}

/** Pieces by centavos, as the wire names them. */
export function conteoDto(conteo: Conteo): Record<string, number> {
  return Object.fromEntries(
    Object.entries(conteo).map(([valor, piezas]) => [claveDenominacion(Number(valor)), piezas]),
  );
}

/** Movements by hand that meet `where` (over `m`), newest first. */
export async function selectMovimientos(sql: Reader, where: Fragment): Promise<MovimientoCajaDto[]> {
  const filas = await sql<(MovimientoCajaDto & { monto: number })[]>`
    select m.id, m.tipo, m.monto, m.motivo, m.id_motivo, k.nombre as motivo_de_lista, m.id_archivo is not null as con_foto, m.fecha,
      m.id_sesion_caja, coalesce(u.name, '') as usuario, m.estado, m.id_user_create, m.id_user_update, m.created_at, m.updated_at,
      ${sql.unsafe(aprobacionesJson('movimiento_caja', 'm.id'))} as aprobaciones
    from movimiento_caja m left join usuario u on u.id = m.id_user_create left join motivo_caja k on k.id = m.id_motivo
    where ${where} order by m.fecha desc, m.id desc`;
  return filas.map((f) => ({
    id: f.id,
    tipo: f.tipo,
    monto: jsonDeCentavos(f.monto),
    motivo: f.motivo,
    id_motivo: f.id_motivo,
    motivo_de_lista: f.motivo_de_lista,
    con_foto: f.con_foto,
    fecha: iso(f.fecha),
    id_sesion_caja: f.id_sesion_caja,
    usuario: f.usuario,
    aprobaciones: aprobacionesDto(f.aprobaciones),
    ...comunesDto(f),
  }));
}

/** The approvals of a session: of its opening difference and of its close's. */
export async function selectAprobacionesDeSesion(sql: Reader, id: number): Promise<AprobacionDeDocumento[]> {
  const [fila] = await sql<{ aprobaciones: AprobacionDeDocumento[] }[]>`
    select ${sql.unsafe(aprobacionesJson('sesion_caja', 's.id'))} as aprobaciones from sesion_caja s where s.id = ${id}`;
  return aprobacionesDto(fila?.aprobaciones ?? []);
}
