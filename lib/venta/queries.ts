import type { z } from 'zod';
import { sqlClient } from '@/db';
import type { Tx } from '@/db/transaction';
import { cortarPagina, encodeCursor, idDelCursor, Page } from '@/lib/action/page';
import { aprobacionesDto, aprobacionesJson } from '@/lib/aprobacion/steps';
import { puede, requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { contieneLike } from '@/lib/like';
import { jsonDeCentavos } from '@/lib/money';
import { finDelDia, inicioDelDia } from '@/lib/time';
import { type AparcadoDto, ListarAparcadosQuery } from './aparcado-schemas';
import { aparcadoDto, selectAparcado } from './aparcados';
import { VentaNoEncontradaError } from './errors';
import { ComprasDeClienteQuery, LeerVentaInput, ListarVentasQuery, ResumenVentasInput, type VentaDto } from './schemas';

type Sql = Tx['sql'] | ReturnType<typeof sqlClient>;

/** The page size when the route asks for everything and it is streamed, and of the screens. */
const PAGINA = 100;

/** One ticket as JSON, built in the database; amounts still in centavos and thousandths divided exactly. */
const VENTA_JSON = `jsonb_build_object(
  'id', v.id, 'serie', v.serie, 'numero', v.numero, 'total', v.total / 100.0, 'descuento', v.descuento / 100.0,
  'redondeo', v.redondeo / 100.0, 'recibido', v.recibido / 100.0, 'vuelto', v.vuelto / 100.0, 'metodo_pago', v.metodo_pago,
  'pagos', coalesce((select jsonb_agg(jsonb_build_object('metodo', p.metodo, 'monto', p.monto / 100.0, 'referencia', p.referencia) order by p.id)
    from (select metodo, sum(monto) as monto, max(referencia) filter (where monto > 0) as referencia, min(id) as id
      from pago_venta where id_venta = v.id group by metodo having sum(monto) <> 0) p), '[]'),
  'fecha', v.fecha, 'id_sesion_caja', v.id_sesion_caja, 'id_sucursal', v.id_sucursal, 'id_usuario', v.id_usuario,
  'cajero', u.name, 'caja', c.nombre,
  'sucursal', jsonb_build_object('id', s.id, 'nombre', s.nombre, 'direccion', s.direccion, 'telefono', s.telefono,
    'texto_encabezado', s.texto_encabezado, 'texto_pie', s.texto_pie, 'dias_devolucion', s.dias_devolucion),
  'cliente', (select jsonb_build_object('id', x.id, 'nombre', x.nombre, 'ci_nit', x.ci_nit) from cliente x where x.id = v.id_cliente),
  'token_recibo', v.token_recibo, 'copias', (select count(*) from copia_recibo x where x.id_venta = v.id),
  'estado_venta', v.estado_venta, 'motivo_edicion', v.motivo_edicion, 'fecha_modificacion', v.fecha_modificacion, 'nota', v.nota,
  'detalles', (select jsonb_agg(jsonb_build_object('id', d.id, 'id_venta', d.id_venta, 'id_producto', d.id_producto,
      'nombre', d.nombre, 'unidad', d.unidad, 'id_presentacion', d.id_presentacion, 'presentacion', d.presentacion,
      'factor', d.factor / 1000.0, 'cantidad', d.cantidad / 1000.0, 'precio_unitario', d.precio_unitario / 100.0,
      'descuento', d.descuento / 100.0, 'subtotal', d.subtotal / 100.0, 'nota', d.nota,
      'estado', true, 'id_user_create', v.id_user_create, 'id_user_update', null, 'created_at', v.created_at, 'updated_at', v.created_at)
      order by d.linea)
    from detalle_venta d where d.id_venta = v.id),
  'aprobaciones', ${aprobacionesJson('venta', 'v.id')},
  'estado', v.estado, 'id_user_create', v.id_user_create, 'id_user_update', v.id_user_update,
  'created_at', v.created_at, 'updated_at', v.updated_at)`;

const DESDE = `venta v join usuario u on u.id = v.id_usuario join sesion_caja k on k.id = v.id_sesion_caja
  join caja c on c.id = k.id_caja join sucursal s on s.id = v.id_sucursal`;

/** Reads a ticket on the given connection, rights already checked. Throws VentaNoEncontradaError. */
export async function leerVentaEn(sql: Sql, id: number): Promise<VentaDto> {
  const [fila] = await sql<{ venta: string }[]>`
    select ${sql.unsafe(VENTA_JSON)}::text as venta from ${sql.unsafe(DESDE)} where v.id = ${id}`;
  if (!fila) throw new VentaNoEncontradaError();
  return isoDates(JSON.parse(fila.venta) as VentaDto);
}

/** One ticket of the actor's branch (or of any, with `sucursal:todas`). Throws VentaNoEncontradaError. */
export async function leerVenta(ctx: Context, raw: unknown): Promise<VentaDto> {
  requirePermiso(ctx, 'venta:ver');
  const venta = await leerVentaEn(sqlClient(), LeerVentaInput.parse(raw).id);
  if (venta.id_sucursal !== ctx.idSucursal && !puede(ctx, 'sucursal:todas')) throw new VentaNoEncontradaError();
  return venta;
}

/** The branch's tickets, newest first, in pages of `limite` (100 by default). */
export async function listarVentas(ctx: Context, raw: unknown): Promise<Page<VentaDto>> {
  requirePermiso(ctx, 'venta:ver');
  return selectVentas(ListarVentasQuery.parse(raw), ctx.idSucursal);
}

/**
 * The tickets of a customer, newest first, in pages of `limite` (100 by default): of the branch, or of all with
 * `sucursal:todas`. A customer who is not there has none.
 */
export async function comprasDeCliente(ctx: Context, raw: unknown): Promise<Page<VentaDto>> {
  requirePermiso(ctx, 'venta:ver');
  const { id, ...q } = ComprasDeClienteQuery.parse(raw);
  return selectVentas({ ...q, id_cliente: id }, puede(ctx, 'sucursal:todas') ? null : ctx.idSucursal);
}

/** Tickets that pass the filters, of one branch or (`null`) of all. */
async function selectVentas(q: z.output<typeof ListarVentasQuery>, idSucursal: number | null): Promise<Page<VentaDto>> {
  const limite = q.limite ?? PAGINA;
  const antesDe = idDelCursor(q.cursor);
  const sql = sqlClient();
  const folio = q.buscar ? /^(?:(.+)-)?(\d{1,9})$/.exec(q.buscar) : null;
  const filas = await sql<{ id: number; venta: string }[]>`
    select v.id, ${sql.unsafe(VENTA_JSON)}::text as venta from ${sql.unsafe(DESDE)}
    where ${idSucursal === null ? sql`true` : sql`v.id_sucursal = ${idSucursal}`}
      ${antesDe === null ? sql`` : sql`and v.id < ${antesDe}`}
      ${q.desde ? sql`and v.fecha >= ${inicioDelDia(q.desde).toISOString()}::timestamptz` : sql``}
      ${q.hasta ? sql`and v.fecha < ${finDelDia(q.hasta).toISOString()}::timestamptz` : sql``}
      ${q.estado_venta ? sql`and v.estado_venta = ${q.estado_venta}` : sql``}
      ${q.metodo_pago ? sql`and v.metodo_pago = ${q.metodo_pago}` : sql``}
      ${q.id_sesion_caja ? sql`and v.id_sesion_caja = ${q.id_sesion_caja}` : sql``}
      ${q.id_cliente ? sql`and v.id_cliente = ${q.id_cliente}` : sql``}
      ${q.buscar ? (folio ? sql`and v.numero = ${Number(folio[2])} and v.serie = coalesce(${folio[1]?.toUpperCase() ?? null}, v.serie)` : sql`and exists (select 1 from detalle_venta d where d.id_venta = v.id and d.nombre ilike ${contieneLike(q.buscar)})`) : sql``}
    order by v.id desc limit ${limite + 1}`;
  const pagina = filas.slice(0, limite);
  const ultima = pagina.at(-1);
  return new Page(
    pagina.map((f) => isoDates(JSON.parse(f.venta) as VentaDto)),
    { nextCursor: filas.length > limite && ultima ? encodeCursor([ultima.id]) : null },
  );
}

/** The tickets that wait in the branch, oldest first; all of them unless `limite` says. */
export async function listarAparcados(ctx: Context, raw: unknown = {}): Promise<Page<AparcadoDto>> {
  requirePermiso(ctx, 'venta:cobrar');
  const { buscar = '', ...q } = ListarAparcadosQuery.parse(raw);
  const sql = ctx.tx?.sql ?? sqlClient();
  const filas = await sql<Parameters<typeof aparcadoDto>[0][]>`
    ${selectAparcado(sql)} where a.id_sucursal = ${ctx.idSucursal} and a.estado = 'EN_ESPERA'
      ${q.desde ? sql`and a.fecha >= ${inicioDelDia(q.desde).toISOString()}::timestamptz` : sql``}
      ${q.hasta ? sql`and a.fecha < ${finDelDia(q.hasta).toISOString()}::timestamptz` : sql``}
      ${buscar ? sql`and (a.etiqueta ilike ${contieneLike(buscar)} or u.name ilike ${contieneLike(buscar)})` : sql``}
    order by a.id`;
  return cortarPagina(filas.map(aparcadoDto), q);
}

/** Timestamps in JSON come with the database's offset: the contract's are ISO in UTC. */
function isoDates(venta: VentaDto): VentaDto {
  const iso = (fecha: string) => new Date(fecha).toISOString();
  return {
    ...venta,
    fecha: iso(venta.fecha),
    fecha_modificacion: venta.fecha_modificacion && iso(venta.fecha_modificacion),
    created_at: iso(venta.created_at),
    updated_at: iso(venta.updated_at),
    aprobaciones: aprobacionesDto(venta.aprobaciones),
    detalles: venta.detalles.map((d) => ({ ...d, created_at: iso(d.created_at), updated_at: iso(d.updated_at) })),
  };
}

/** What was sold in a range of La Paz days, both included; voided tickets are listed and not summed. */
export async function resumenVentas(ctx: Context, raw: unknown) {
  requirePermiso(ctx, 'venta:ver');
  const q = ResumenVentasInput.parse(raw);
  const sql = sqlClient();
  const rango = sql`v.id_sucursal = ${ctx.idSucursal} and v.fecha >= ${inicioDelDia(q.fechaInicio).toISOString()}::timestamptz
    and v.fecha < ${finDelDia(q.fechaFin).toISOString()}::timestamptz`;
  const [ventas, [sumas]] = await Promise.all([
    sql<{ id: number; fecha: string; total: number; metodo_pago: string; estado_venta: string }[]>`
      select v.id, v.fecha, v.total, v.metodo_pago, v.estado_venta from venta v where ${rango} order by v.id`,
    sql<{ efectivo: number; qr: number; transferencia: number }[]>`
      select coalesce(sum(p.monto) filter (where p.metodo = 'EFECTIVO'), 0)::bigint as efectivo,
        coalesce(sum(p.monto) filter (where p.metodo = 'QR'), 0)::bigint as qr,
        coalesce(sum(p.monto) filter (where p.metodo = 'TRANSFERENCIA'), 0)::bigint as transferencia
      from venta v join pago_venta p on p.id_venta = v.id where ${rango} and v.estado_venta <> 'ANULADA'`,
  ]);
  const { efectivo = 0, qr = 0, transferencia = 0 } = sumas ?? {};
  const vigentes = ventas.filter((v) => v.estado_venta !== 'ANULADA');
  return {
    metadata: { fechaInicio: q.fechaInicio, fechaFin: q.fechaFin, fechaEmision: ctx.ahora.toISOString() },
    totales: {
      totalVendido: jsonDeCentavos(vigentes.reduce((suma, v) => suma + v.total, 0)),
      totalTransacciones: vigentes.length,
      desglose: {
        efectivo: jsonDeCentavos(efectivo),
        qr: jsonDeCentavos(qr),
        transferencia: jsonDeCentavos(transferencia),
        digitalTotal: jsonDeCentavos(qr + transferencia),
      },
    },
    ventas: ventas.map((v) => ({ ...v, fecha: new Date(v.fecha).toISOString(), total: jsonDeCentavos(v.total) })),
  };
}
