import type postgres from 'postgres';
import { puede } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { jsonDeCentavos } from '@/lib/money';
import type { Reader } from './read';
import type { BolsilloDeFilas, Concepto } from './schemas';
import type { BalanceDto, FilaDeSesionDto } from './schemas-respuestas';

type Fragment = postgres.PendingQuery<postgres.Row[]>;

/**
 * Every row behind a session's figures: the cash legs of its entries, each under one concepto, and the legs of its sales
 * that never touch the drawer. Figures are sums of these rows and nothing else, so that each opens to what it is made of.
 */
function filas(sql: Reader, sesiones: readonly number[]): Fragment {
  const ids = sql`${[...sesiones]}::int[]`;
  return sql`
    select a.id_sesion_caja as sesion, a.id, a.fecha, a.tipo_documento, a.id_documento, a.glosa, a.id_usuario, a.bolsillo, p.importe,
      case
        when a.tipo_documento = 'cierre' then 'cierre'
        when a.tipo_documento = 'recuento_caja' then 'recuento'
        when a.tipo_documento = 'traspaso_caja' then 'traspasos'
        when a.tipo_documento = 'movimiento_caja' then case when p.importe > 0 then 'ingresos' else 'egresos' end
        when a.bolsillo = 'mercaderia' and a.tipo_documento ~ 'venta$' then 'ventas_efectivo'
        when a.bolsillo = 'mercaderia' and a.tipo_documento ~ 'compra$' then 'compras'
        when a.bolsillo = 'agente' then 'agentes'
        when a.bolsillo in ('recargas', 'fiado') then a.bolsillo
        else 'otros'
      end as concepto
    from asiento a join partida p on p.id_asiento = a.id join cuenta q on q.id = p.id_cuenta and q.id_caja is not null
    where a.id_sesion_caja = any(${ids})
    union all
    select a.id_sesion_caja, a.id, a.fecha, a.tipo_documento, a.id_documento, a.glosa, a.id_usuario, null, g.monto,
      case g.metodo when 'QR' then 'ventas_qr' else 'ventas_transferencia' end
    from asiento a join pago_venta g on g.id_asiento = a.id and g.metodo in ('QR', 'TRANSFERENCIA')
    where a.id_sesion_caja = any(${ids})
    union all
    select a.id_documento, a.id, a.fecha, a.tipo_documento, a.id_documento, a.glosa, a.id_usuario, null, p.importe, 'apertura'
    from asiento a join partida p on p.id_asiento = a.id join cuenta q on q.id = p.id_cuenta and q.id_caja is not null
    where a.tipo_documento = 'apertura' and a.id_documento = any(${ids})`;
}

/** What the balance needs of a session; amounts in bolivianos, as its DTO has them. */
type SesionConSaldo = { id: number; monto_inicial: number; estado_sesion: 'ABIERTA' | 'CERRADA' };

/** A session's figures, in one statement. The expected cash never includes what the close itself posted. */
export async function balanceDe(sql: Reader, ctx: Context, sesion: SesionConSaldo): Promise<BalanceDto> {
  const [balance] = await balancesDe(sql, ctx, [sesion]);
  if (!balance) throw new Error(`sesion_caja ${sesion.id}: has no figures`);
  return balance;
}

/** The figures of several sessions, in their order and in one statement. */
export async function balancesDe(
  sql: Reader,
  ctx: Context,
  sesiones: readonly SesionConSaldo[],
): Promise<BalanceDto[]> {
  const ve = puede(ctx, 'caja:ver_esperado');
  const visibles = sesiones.filter((s) => ve || s.estado_sesion === 'CERRADA').map((s) => s.id);
  const sumas = visibles.length > 0 ? await sumasDe(sql, visibles) : [];
  const porSesion = new Map(sumas.map((s) => [s.id, s]));
  return sesiones.map((sesion) => {
    const s = porSesion.get(sesion.id);
    return s ? balanceVisible(sesion, s) : balanceCiego(sesion);
  });
}

type Sumas = Record<string, number> & { id: number };

function sumasDe(sql: Reader, ids: readonly number[]): Promise<Sumas[]> {
  return sql<Sumas[]>`
    select s.id, s.monto_inicial as inicial,
      coalesce(sum(f.importe) filter (where f.bolsillo is not null), 0)::bigint as efectivo,
      ${suma(sql, sql`f.concepto = 'ventas_efectivo'`)} as ventas_efectivo,
      ${suma(sql, sql`f.concepto = 'ventas_qr'`)} as ventas_qr,
      ${suma(sql, sql`f.concepto = 'ventas_transferencia'`)} as ventas_transferencia,
      ${suma(sql, sql`f.concepto = 'ingresos'`)} as ingresos,
      ${suma(sql, sql`f.concepto = 'egresos'`)} as egresos,
      ${suma(sql, sql`f.concepto = 'traspasos'`)} as traspasos,
      ${suma(sql, sql`f.concepto = 'compras'`)} as compras,
      ${suma(sql, sql`f.concepto = 'agentes' and f.importe > 0`)} as agentes_ingresos,
      ${suma(sql, sql`f.concepto = 'agentes' and f.importe < 0`)} as agentes_egresos,
      ${suma(sql, sql`f.concepto = 'otros'`)} as otros,
      ${suma(sql, sql`f.bolsillo = 'mercaderia'`)} as mercaderia,
      ${suma(sql, sql`f.bolsillo = 'agente'`)} as agente,
      ${suma(sql, sql`f.bolsillo = 'recargas'`)} as recargas,
      ${suma(sql, sql`f.bolsillo = 'fiado'`)} as fiado,
      ${suma(sql, sql`f.bolsillo = 'fondo'`)} as fondo
    from sesion_caja s left join (${filas(sql, ids)}) f on f.sesion = s.id and f.concepto not in ('cierre', 'recuento')
    where s.id = any(${[...ids]}::int[]) group by s.id`;
}

function balanceVisible(sesion: SesionConSaldo, s: Sumas): BalanceDto {
  const bs = (nombre: string, signo: 1 | -1 = 1) => jsonDeCentavos((s[nombre] ?? 0) * signo || 0);
  const masInicial = (nombre: string) => jsonDeCentavos((s.inicial ?? 0) + (s[nombre] ?? 0));
  return {
    id_sesion_caja: sesion.id,
    monto_inicial: sesion.monto_inicial,
    ingresos: bs('ingresos'),
    egresos: bs('egresos', -1),
    monto_final_teorico: masInicial('efectivo'),
    ventas: { efectivo: bs('ventas_efectivo'), qr: bs('ventas_qr'), transferencia: bs('ventas_transferencia') },
    agentes: {
      ingresos: bs('agentes_ingresos'),
      egresos: bs('agentes_egresos', -1),
      neto: bs('agente'),
    },
    recargas: bs('recargas'),
    fiado: bs('fiado'),
    compras: bs('compras', -1),
    traspasos: bs('traspasos'),
    otros: bs('otros'),
    bolsillos: {
      mercaderia: bs('mercaderia'),
      agente: bs('agente'),
      recargas: bs('recargas'),
      fiado: bs('fiado'),
      fondo: masInicial('fondo'),
    },
  };
}

function suma(sql: Reader, donde: Fragment): Fragment {
  return sql`coalesce(sum(f.importe) filter (where ${donde}), 0)::bigint`;
}

function balanceCiego(sesion: SesionConSaldo): BalanceDto {
  return {
    id_sesion_caja: sesion.id,
    monto_inicial: sesion.monto_inicial,
    ingresos: null,
    egresos: null,
    monto_final_teorico: null,
    ventas: { efectivo: null, qr: null, transferencia: null },
    agentes: { ingresos: null, egresos: null, neto: null },
    recargas: null,
    fiado: null,
    compras: null,
    traspasos: null,
    otros: null,
    bolsillos: { mercaderia: null, agente: null, recargas: null, fiado: null, fondo: null },
  };
}

/** Where a page of rows begins: after this entry and concepto. */
export type DespuesDe = { idAsiento: number; concepto: string };

/** The rows behind the figures, newest first; without `concepto` nor `bolsillo`, all of them. */
export async function filasDe(
  sql: Reader,
  q: {
    idSesion: number;
    concepto?: Concepto | null;
    /** What the expected cash is made of: neither the opening nor what the close and its recounts posted. */
    bolsillo?: BolsilloDeFilas | null;
    /** Only these entries. */
    asientos?: readonly number[];
    despuesDe?: DespuesDe | null;
    limite: number | null;
  },
): Promise<FilaDeSesionDto[]> {
  const desde = q.despuesDe
    ? sql`(f.id, f.concepto) < (${q.despuesDe.idAsiento}::bigint, ${q.despuesDe.concepto})`
    : sql`true`;
  const encontradas = await sql<(FilaDeSesionDto & { importe: number })[]>`
    select f.id as id_asiento, f.fecha, f.concepto, f.tipo_documento, f.id_documento, f.glosa, coalesce(u.name, '') as usuario,
      sum(f.importe)::bigint as importe
    from (${filas(sql, [q.idSesion])}) f left join usuario u on u.id = f.id_usuario
    where (${q.concepto ?? null}::text is null or f.concepto = ${q.concepto ?? null}) and ${desde} and ${delBolsillo(sql, q.bolsillo)}
      and ${q.asientos ? sql`f.id = any(${[...q.asientos]}::bigint[])` : sql`true`}
    group by f.id, f.fecha, f.concepto, f.tipo_documento, f.id_documento, f.glosa, u.name
    having sum(f.importe) <> 0
    order by f.id desc, f.concepto desc limit ${q.limite}`;
  return encontradas.map((f) => ({
    ...f,
    fecha: new Date(f.fecha).toISOString(),
    importe: jsonDeCentavos(f.importe),
  }));
}

function delBolsillo(sql: Reader, bolsillo: BolsilloDeFilas | null | undefined): Fragment {
  if (!bolsillo) return sql`true`;
  const suyas = bolsillo === 'gaveta' ? sql`f.bolsillo is not null` : sql`f.bolsillo = ${bolsillo}`;
  return sql`${suyas} and f.concepto not in ('cierre', 'recuento')`;
}
