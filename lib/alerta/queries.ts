import { sqlClient } from '@/db';
import { encodeCursor, idDelCursor, Page } from '@/lib/action/page';
import { puede, requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { contieneLike } from '@/lib/like';
import { finDelDia, inicioDelDia } from '@/lib/time';
import { CLASES, esTipo, type Lector } from './clases';
import { AlertaNoEncontradaError } from './errors';
import { alertaDto, type FilaAlerta, SELECT_ALERTA } from './read';
import {
  type AlertaDetalleDto,
  type AlertaDto,
  type FilaDeAlertaDto,
  LeerAlertaInput,
  ListarAlertasQuery,
} from './schemas';

const PAGINA = 50;
const FILAS = 200;

function lectorDe(ctx: Context): Lector {
  return ctx.tx?.sql ?? sqlClient();
}

/** The condition over `l` that keeps other branches out. */
function visible(sql: Lector, ctx: Context) {
  return puede(ctx, 'sucursal:todas') ? sql`true` : sql`l.id_sucursal = ${ctx.idSucursal}`;
}

/** The alerts, newest first, in pages of `limite` (50 by default), of one's branch or of all. Throws PermisoError. */
export async function listarAlertas(ctx: Context, raw: unknown): Promise<Page<AlertaDto>> {
  requirePermiso(ctx, 'auditoria:ver');
  const q = ListarAlertasQuery.parse(raw);
  const limite = q.limite ?? PAGINA;
  const antesDe = idDelCursor(q.cursor);
  const sql = lectorDe(ctx);
  const filas = await sql<FilaAlerta[]>`
    ${sql.unsafe(SELECT_ALERTA)} where ${visible(sql, ctx)}
      ${antesDe === null ? sql`` : sql`and l.id < ${antesDe}`}
      ${q.desde ? sql`and l.fecha >= ${inicioDelDia(q.desde).toISOString()}::timestamptz` : sql``}
      ${q.hasta ? sql`and l.fecha < ${finDelDia(q.hasta).toISOString()}::timestamptz` : sql``}
      ${q.buscar ? sql`and l.titulo ilike ${contieneLike(q.buscar)}` : sql``}
      ${q.usuario === undefined ? sql`` : sql`and l.id_usuario = ${q.usuario}`}
      ${q.situacion ? (q.situacion === 'pendiente' ? sql`and l.atendida_en is null` : sql`and l.atendida_en is not null`) : sql``}
    order by l.id desc limit ${limite + 1}`;
  const pagina = filas.slice(0, limite);
  const ultima = pagina.at(-1);
  return new Page(pagina.map(alertaDto), {
    nextCursor: filas.length > limite && ultima ? encodeCursor([ultima.id]) : null,
  });
}

/** How many alerts nobody has looked at yet, of what the actor may see; 0 for whoever may not see any. */
export async function contarPendientes(ctx: Context): Promise<number> {
  if (!puede(ctx, 'auditoria:ver')) return 0;
  const sql = lectorDe(ctx);
  const [fila] = await sql<{ n: number }[]>`
    select count(*)::int as n from alerta l where l.atendida_en is null and ${visible(sql, ctx)}`;
  return fila?.n ?? 0;
}

/** One alert with the very rows it counted. Throws PermisoError, AlertaNoEncontradaError. */
export async function leerAlerta(ctx: Context, raw: unknown): Promise<AlertaDetalleDto> {
  requirePermiso(ctx, 'auditoria:ver');
  const { id } = LeerAlertaInput.parse(raw);
  const sql = lectorDe(ctx);
  const alerta = await leerAlertaEn(sql, ctx, id);
  return { ...alerta, filas: await filasDe(sql, alerta) };
}

/** One alert on the given connection, rights already checked. Throws AlertaNoEncontradaError. */
export async function leerAlertaEn(sql: Lector, ctx: Context, id: number): Promise<AlertaDto> {
  const [fila] = await sql<FilaAlerta[]>`${sql.unsafe(SELECT_ALERTA)} where l.id = ${id} and ${visible(sql, ctx)}`;
  if (!fila) throw new AlertaNoEncontradaError();
  return alertaDto(fila);
}

type Evento = {
  fecha: string;
  entidad: string;
  id_entidad: string;
  detalle: string;
  folio: string | null;
  nombre: string | null;
};

async function filasDe(sql: Lector, { tipo, dia, id_usuario }: AlertaDto): Promise<FilaDeAlertaDto[]> {
  if (!esTipo(tipo) || id_usuario === null) return [];
  const rango = { desde: inicioDelDia(dia).toISOString(), hasta: finDelDia(dia).toISOString() };
  const filas = await sql<Evento[]>`
    select e.fecha, e.entidad, e.id_entidad, e.detalle, v.serie || '-' || v.numero as folio, p.nombre
    from (${CLASES[tipo].eventos(sql, rango)}) e
      left join venta v on v.id = case when e.entidad = 'venta' then e.id_entidad::int end
      left join producto p on p.id = case when e.entidad = 'producto' then e.id_entidad::int end
    where e.id_usuario = ${id_usuario} order by e.fecha limit ${FILAS}`;
  return filas.map((f) => ({
    fecha: new Date(f.fecha).toISOString(),
    texto: f.folio ? `Ticket ${f.folio}` : (f.nombre ?? f.id_entidad),
    detalle: f.detalle || null,
    enlace: f.folio ? `/ventas/${f.id_entidad}` : f.nombre ? `/productos/${f.id_entidad}` : null,
  }));
}
