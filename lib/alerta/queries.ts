import { sqlClient } from '@/db';
import { encodeCursor, idDelCursor, Page } from '@/lib/action/page';
import { puede, requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { contieneLike } from '@/lib/like';
import { diaDe, finDelDia, inicioDelDia } from '@/lib/time';
import { CLASES, esTipo, type Lector, type Rango, type TipoDeAlerta } from './clases';
import { contar } from './contar';
import { AlertaNoEncontradaError } from './errors';
import { alertaDto, type FilaAlerta, SELECT_ALERTA } from './read';
import { DIAS_DE_PASADO, juzgar } from './rules';
import {
  type AlertaDetalleDto,
  type AlertaDto,
  type DiaDeMostradorDto,
  type FilaDeAlertaDto,
  LeerAlertaInput,
  ListarAlertasQuery,
  MirarMostradorQuery,
} from './schemas';

const PAGINA = 50;
const FILAS = 200;

/** What the owner looks at in a day of the counter, in the order of the screen. */
const DE_MOSTRADOR = [
  'gaveta_sin_venta',
  'lineas_quitadas',
  'anulaciones',
  'cambios_de_precio',
  'reimpresiones',
  'descuentos',
] as const satisfies readonly TipoDeAlerta[];

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

/** An event of a kind, with the names of what it was done to. */
export type Evento = {
  fecha: string;
  id_usuario: number;
  entidad: string;
  id_entidad: string;
  detalle: string;
  folio: string | null;
  nombre: string | null;
  caja: string | null;
};

async function filasDe(sql: Lector, { tipo, dia, id_usuario }: AlertaDto): Promise<FilaDeAlertaDto[]> {
  if (!esTipo(tipo) || id_usuario === null) return [];
  const rango = { desde: inicioDelDia(dia).toISOString(), hasta: finDelDia(dia).toISOString() };
  const filas = await leerEventos(sql, tipo, rango, { usuario: id_usuario, sucursal: null, limite: FILAS });
  return filas.map(filaDeEvento);
}

type Quienes = { usuario: number | null; sucursal: number | null; limite: number };

/** The events of a kind in a range, oldest first, of one person or of all, of one branch or (`null`) of all. */
export function leerEventos(sql: Lector, tipo: TipoDeAlerta, rango: Rango, q: Quienes): Promise<Evento[]> {
  return sql<Evento[]>`
    select e.fecha, e.id_usuario, e.entidad, e.id_entidad, e.detalle, v.serie || '-' || v.numero as folio, p.nombre, c.nombre as caja
    from (${CLASES[tipo].eventos(sql, rango)}) e
      left join venta v on v.id = case when e.entidad = 'venta' then e.id_entidad::int end
      left join producto p on p.id = case when e.entidad = 'producto' then e.id_entidad::int end
      left join sesion_caja k on k.id = case when e.entidad = 'sesion_caja' then e.id_entidad::int end
      left join caja c on c.id = k.id_caja
    where ${q.usuario === null ? sql`true` : sql`e.id_usuario = ${q.usuario}`}
      and ${q.sucursal === null ? sql`true` : sql`e.id_sucursal = ${q.sucursal}`}
    order by e.fecha limit ${q.limite}`;
}

/** An event as clients see it: what it was done to, with its page. */
export function filaDeEvento(f: Evento): FilaDeAlertaDto {
  return {
    fecha: new Date(f.fecha).toISOString(),
    texto: f.folio ? `Ticket ${f.folio}` : (f.nombre ?? f.caja ?? f.id_entidad),
    detalle: f.detalle || null,
    enlace: enlaceDe(f),
  };
}

function enlaceDe(f: Evento): string | null {
  if (f.folio) return `/ventas/${f.id_entidad}`;
  if (f.nombre) return `/productos/${f.id_entidad}`;
  return f.caja ? `/cajas/sesion/${f.id_entidad}` : null;
}

const DIA_MS = 86_400_000;

/**
 * A day of the counter beside each person's own days: how often each did what the owner looks at, how often such a day brings
 * by their own past, and the very rows. Throws PermisoError.
 */
export async function mirarMostrador(ctx: Context, raw: unknown): Promise<DiaDeMostradorDto> {
  requirePermiso(ctx, 'auditoria:ver');
  const q = MirarMostradorQuery.parse(raw);
  const dia = q.dia ?? diaDe(ctx.ahora);
  const sql = lectorDe(ctx);
  const sucursal = puede(ctx, 'sucursal:todas') ? null : ctx.idSucursal;
  const desde = new Date(inicioDelDia(dia).getTime() - DIAS_DE_PASADO * DIA_MS).toISOString();
  const hasta = finDelDia(dia).toISOString();
  const usuario = q.usuario ?? null;
  const clases = await Promise.all(
    DE_MOSTRADOR.map(async (tipo) => ({
      tipo,
      personas: await contar(sql, tipo, { desde, hasta }, dia),
      eventos: await leerEventos(
        sql,
        tipo,
        { desde: inicioDelDia(dia).toISOString(), hasta },
        { usuario, sucursal, limite: FILAS },
      ),
    })),
  );
  const cuentas = clases.flatMap(({ tipo, personas }) =>
    personas
      .filter((p) => (sucursal === null || p.idSucursal === sucursal) && (usuario === null || p.idUsuario === usuario))
      .map((p) => ({
        tipo,
        nombre: CLASES[tipo].nombre,
        id_usuario: p.idUsuario,
        usuario: p.nombre,
        eventos: p.hoy.eventos,
        tickets: p.hoy.ocasiones,
        esperados: Math.round(juzgar(p.hoy, p.pasado, CLASES[tipo].minimo).esperados * 10) / 10,
        dias: p.pasado.length,
        alerta: juzgar(p.hoy, p.pasado, CLASES[tipo].minimo).alerta,
      })),
  );
  const nombres = new Map(cuentas.map((c) => [c.id_usuario, c.usuario]));
  const filas = clases.flatMap(({ tipo, eventos }) =>
    eventos.map((e) => ({
      ...filaDeEvento(e),
      tipo,
      id_usuario: e.id_usuario,
      usuario: nombres.get(e.id_usuario) ?? '',
    })),
  );
  return { dia, cuentas, filas: filas.sort((a, b) => (a.fecha < b.fecha ? 1 : -1)).slice(0, FILAS) };
}
