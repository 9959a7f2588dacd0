import type { z } from 'zod';
import { withTransaction } from '@/db/transaction';
import { encodeCursor, idDelCursor, Page } from '@/lib/action/page';
import { emitAudit } from '@/lib/audit';
import { puede, requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { contieneLike } from '@/lib/like';
import { formatBs, jsonDeCentavos } from '@/lib/money';
import { formatCantidad } from '@/lib/quantity';
import { publish } from '@/lib/realtime/publish';
import { formatDia } from '@/lib/time';
import { sucursalesVisibles } from './alcance';
import { DIAS_DE_VENTA } from './consumo';
import { AlertaStockAtendidaError, AlertaStockNoEncontradaError } from './errors';
import { iso, type Lector, lectorDe } from './lector';
import { diasDeCobertura, precioPropuesto } from './rules';
import { AtenderAlertaStockInput, ListarAlertasStockQuery } from './schemas';
import type { AlertaStockDto } from './schemas-respuestas';

const PAGINA = 50;

type Datos = Partial<{
  stock: number;
  minimo: number;
  vendido: number;
  deseados: number;
  unidad: string;
  vence: string;
  lote: string | null;
  dias: number;
  antes: number;
  costo: number;
  precio: number;
}>;
type Fila = Omit<AlertaStockDto, 'frase' | 'precio_propuesto'> & { datos: Datos };

const selectAlerta = (sql: Lector) => sql`
  select a.id, a.tipo, a.id_sucursal, s.nombre as sucursal, a.id_producto, p.nombre as producto,
    coalesce(ps.precio, p.precio_venta) as precio_venta, ps.id is not null as precio_propio, a.datos, a.abierta_en, a.cerrada_en,
    u.name as atendida_por, a.atendida_en, a.nota
  from alerta_stock a join sucursal s on s.id = a.id_sucursal join producto p on p.id = a.id_producto
    left join precio_sucursal ps on ps.id_producto = a.id_producto and ps.id_sucursal = a.id_sucursal
      and ps.id_presentacion is null and ps.estado
    left join usuario u on u.id = a.atendida_por`;

/** The alerts about goods of the actor's branches, newest first, in pages of `limite` (50 by default). Throws PermisoError. */
export async function listarAlertasStock(ctx: Context, raw: unknown): Promise<Page<AlertaStockDto>> {
  requirePermiso(ctx, 'inventario:ver');
  const q = ListarAlertasStockQuery.parse(raw);
  const limite = q.limite ?? PAGINA;
  const antesDe = idDelCursor(q.cursor);
  const sql = lectorDe(ctx);
  const filas = await sql<Fila[]>`${selectAlerta(sql)}
    where ${visible(sql, ctx)} ${antesDe === null ? sql`` : sql`and a.id < ${antesDe}`}
      ${q.tipo ? sql`and a.tipo = ${q.tipo}` : sql``}
      ${q.situacion ? (q.situacion === 'abierta' ? sql`and a.cerrada_en is null` : sql`and a.cerrada_en is not null`) : sql``}
      ${q.buscar ? sql`and p.nombre ilike ${contieneLike(q.buscar)}` : sql``}
      ${q.desde ? sql`and (a.abierta_en at time zone 'America/La_Paz')::date >= ${q.desde}::date` : sql``}
      ${q.hasta ? sql`and (a.abierta_en at time zone 'America/La_Paz')::date <= ${q.hasta}::date` : sql``}
    order by a.id desc limit ${limite + 1}`;
  const pagina = filas.slice(0, limite);
  const ultima = pagina.at(-1);
  return new Page(
    pagina.map((f) => alertaDto(ctx, f)),
    { nextCursor: filas.length > limite && ultima ? encodeCursor([ultima.id]) : null },
  );
}

/** How many alerts of the actor's branches are open and nobody attended to yet. Throws PermisoError. */
export async function contarAlertasStock(ctx: Context): Promise<number> {
  requirePermiso(ctx, 'inventario:ver');
  const sql = lectorDe(ctx);
  const [fila] = await sql<{ n: number }[]>`
    select count(*) as n from alerta_stock a where a.cerrada_en is null and a.atendida_en is null and ${visible(sql, ctx)}`;
  return fila?.n ?? 0;
}

/**
 * Says that somebody looked at an alert, and what came of it. It stays open until its cause is gone, and is not raised again
 * meanwhile. Throws PermisoError, AlertaStockNoEncontradaError, AlertaStockAtendidaError.
 */
export async function atenderAlertaStock(
  ctx: Context,
  raw: z.input<typeof AtenderAlertaStockInput> | unknown,
): Promise<AlertaStockDto> {
  requirePermiso(ctx, 'inventario:ver');
  const { id, nota } = AtenderAlertaStockInput.parse(raw);
  return withTransaction(ctx, async (tx) => {
    const { id_sucursal: idSucursal } = await leerEn(tx.sql, ctx, id);
    const mias = await tx.sql`
      update alerta_stock set atendida_por = ${ctx.actor.idUsuario}, atendida_en = ${ctx.ahora.toISOString()}::timestamptz,
        nota = ${nota} where id = ${id} and atendida_en is null and cerrada_en is null returning 1`;
    if (mias.length === 0) throw new AlertaStockAtendidaError();
    await emitAudit(
      tx,
      { ...ctx, idSucursal },
      { accion: 'alerta_stock.atender', entidad: 'alerta_stock', idEntidad: id, despues: { nota } },
    );
    publish(tx, { tema: 'inventario', idSucursal });
    return leerEn(tx.sql, ctx, id);
  });
}

async function leerEn(sql: Lector, ctx: Context, id: number): Promise<AlertaStockDto> {
  const [fila] = await sql<Fila[]>`${selectAlerta(sql)} where a.id = ${id} and ${visible(sql, ctx)}`;
  if (!fila) throw new AlertaStockNoEncontradaError();
  return alertaDto(ctx, fila);
}

function visible(sql: Lector, ctx: Context) {
  const visibles = sucursalesVisibles(ctx);
  return visibles === null ? sql`true` : sql`a.id_sucursal = any(${visibles}::int[])`;
}

/** Costs are told only to who may see them. */
function alertaDto(ctx: Context, { datos, ...f }: Fila): AlertaStockDto {
  const conCosto = puede(ctx, 'producto:ver_costo');
  const { precio = 0, antes = 0, costo = 0 } = datos;
  const propuesto = f.tipo === 'COSTO' && conCosto ? precioPropuesto({ precio, antes, costo }) : null;
  return {
    ...f,
    frase: fraseDe(f.tipo, datos, conCosto),
    precio_propuesto: propuesto === null ? null : jsonDeCentavos(propuesto),
    precio_venta: jsonDeCentavos(f.precio_venta),
    abierta_en: iso(f.abierta_en),
    cerrada_en: iso(f.cerrada_en),
    atendida_en: iso(f.atendida_en),
  };
}

function fraseDe(tipo: AlertaStockDto['tipo'], d: Datos, conCosto: boolean): string {
  const unidad = d.unidad === undefined || d.unidad === 'unidad' ? '' : ` ${d.unidad}`;
  const quedan = `${d.stock === 1000 ? 'Queda' : 'Quedan'} ${formatCantidad(d.stock ?? 0)}${unidad}`;
  switch (tipo) {
    case 'STOCK_BAJO':
      return `${d.stock ? quedan : 'Se agotó'}; el mínimo es ${formatCantidad(d.minimo ?? 0)}${unidad}.`;
    case 'COBERTURA': {
      const dias = diasDeCobertura(d.stock ?? 0, d.vendido ?? 0, DIAS_DE_VENTA) ?? 0;
      return `Alcanza para ${dias === 1 ? '1 día' : `${dias} días`} al ritmo de venta; se quieren ${d.deseados ?? 0}.`;
    }
    case 'POR_VENCER':
      return `Vence el ${formatDia(`${d.vence ?? ''}T12:00:00-04:00`)}${d.lote ? ` (lote ${d.lote})` : ''}. ${quedan}.`;
    case 'SIN_MOVIMIENTO':
      return `No se vende hace más de ${d.dias ?? 0} días. ${quedan}.`;
    case 'COSTO':
      return conCosto
        ? `El costo subió de ${formatBs(d.antes ?? 0)} a ${formatBs(d.costo ?? 0)} y el precio sigue en ${formatBs(d.precio ?? 0)}.`
        : 'El costo subió y el precio sigue igual.';
  }
}
