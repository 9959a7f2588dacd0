import type postgres from 'postgres';
import { puede } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { jsonDeCentavos } from '@/lib/money';
import { AprobacionNoEncontradaError } from './errors';
import { type Estado, estadoVisible, type Momento } from './rules';
import type { AprobacionDto, Fila } from './schemas';
import { filasVisibles, montoVisible, trabajaEn } from './visible';

/** What can run a statement: the pool or a transaction. */
export type Reader = postgres.ISql<{ bigint: number }>;
type Fragment = postgres.PendingQuery<postgres.Row[]>;

type Guardada = Omit<AprobacionDto, 'detalle' | 'estado' | 'momento' | 'monto' | 'puede_resolver'> & {
  detalle: Fila[];
  estado: Estado;
  momento: Momento;
  monto: number;
};

/** Approvals that meet `where` (over `a`), newest first. */
export async function selectAprobaciones(
  sql: Reader,
  ctx: Context,
  where: Fragment,
  limite: number | null = null,
): Promise<AprobacionDto[]> {
  const filas = await sql<Guardada[]>`
    select a.id, a.id_sucursal, su.nombre as sucursal, a.verbo, a.momento, a.permisos, a.resumen, a.detalle, a.monto, a.estado,
      a.solicitada_por, s.name as solicitante, a.creada_en, a.motivo, a.pedida_en, a.vence_en, a.resuelta_por,
      r.name as aprobador, a.resuelta_en, a.via, a.respuesta, a.usada_en, a.tipo_documento, a.id_documento
    from aprobacion a join sucursal su on su.id = a.id_sucursal join usuario s on s.id = a.solicitada_por
      left join usuario r on r.id = a.resuelta_por
    where ${where} order by a.id desc limit ${limite}`;
  return filas.map((f) => aprobacionDto(ctx, f));
}

function aprobacionDto(ctx: Context, f: Guardada): AprobacionDto {
  const iso = (fecha: string | null) => fecha && new Date(fecha).toISOString();
  // What a requester learns from a refusal is not what they may not see; what a close told them, they saw.
  const filas = f.momento === 'DESPUES' ? f.detalle.map(({ permiso: _, ...fila }) => fila) : f.detalle;
  const estado = estadoVisible(
    { estado: f.estado, vence: f.vence_en === null ? null : new Date(f.vence_en) },
    ctx.ahora,
  );
  return {
    ...f,
    detalle: filasVisibles(ctx, filas),
    monto: montoVisible(ctx, filas) ? jsonDeCentavos(f.monto) : null,
    estado,
    creada_en: new Date(f.creada_en).toISOString(),
    pedida_en: iso(f.pedida_en),
    vence_en: iso(f.vence_en),
    resuelta_en: iso(f.resuelta_en),
    usada_en: iso(f.usada_en),
    puede_resolver: estado === 'PENDIENTE' && puedeResolver(ctx, f),
  };
}

function puedeResolver(ctx: Context, f: Guardada): boolean {
  const tope = ctx.actor.topes['aprobacion:resolver'] ?? Number.POSITIVE_INFINITY;
  const suya = f.solicitada_por === ctx.actor.idUsuario;
  return !suya && puede(ctx, 'aprobacion:resolver') && trabajaEn(ctx, f.id_sucursal) && f.monto <= tope;
}

/** One approval on the given connection, rights already checked. Throws AprobacionNoEncontradaError. */
export async function leerAprobacionEn(sql: Reader, ctx: Context, id: number): Promise<AprobacionDto> {
  const [dto] = await selectAprobaciones(sql, ctx, sql`a.id = ${id}`, 1);
  if (!dto) throw new AprobacionNoEncontradaError();
  return dto;
}
