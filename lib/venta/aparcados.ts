import type { SqlClient } from '@/db';
import type { Tx } from '@/db/transaction';
import type { Context } from '@/lib/context';
import { jsonDeCentavos } from '@/lib/money';
import { jsonDeMilesimas } from '@/lib/quantity';
import { formatHora } from '@/lib/time';
import type { AparcadoDto, ContenidoGuardado, ContenidoTicketDto, RebajaDto } from './aparcado-schemas';
import { AparcadoNoEncontradoError, AparcadoTomadoError } from './errors';

type Fila = Omit<AparcadoDto, 'fecha'> & { fecha: string; contenido: string };

/** Where a read runs: a transaction or the pool. */
type Sql = Tx['sql'] | SqlClient;

const COLUMNAS = `a.id, a.clave, a.etiqueta, a.lineas, a.total, u.name as cajero, c.nombre as caja, a.fecha,
  a.contenido::text as contenido`;
const DESDE = `ticket_aparcado a join usuario u on u.id = a.id_usuario join sesion_caja s on s.id = a.id_sesion_caja
  join caja c on c.id = s.id_caja`;

/** `select … from` of parked tickets with who and where; add `where` on `a`. */
export function selectAparcado(sql: Sql) {
  return sql`select ${sql.unsafe(COLUMNAS)} from ${sql.unsafe(DESDE)}`;
}

/** A parked ticket as its list shows it. */
export function aparcadoDto({ contenido: _, ...fila }: Fila): AparcadoDto {
  return { ...fila, total: jsonDeCentavos(fila.total), fecha: new Date(fila.fecha).toISOString() };
}

/**
 * Takes a parked ticket out of the wait, and reads it: the update is the check, so that of many devices one has it. Throws
 * AparcadoNoEncontradoError (also for another branch's), AparcadoTomadoError.
 */
export async function resolverAparcado(
  tx: Tx,
  ctx: Context,
  id: number,
  estado: 'TOMADO' | 'DESCARTADO',
): Promise<{ dto: AparcadoDto; contenido: ContenidoTicketDto }> {
  const [mia] = await tx.sql`
    update ticket_aparcado set estado = ${estado}, resuelto_por = ${ctx.actor.idUsuario},
      resuelto_en = ${ctx.ahora.toISOString()}::timestamptz
    where id = ${id} and id_sucursal = ${ctx.idSucursal} and estado = 'EN_ESPERA' returning id`;
  if (!mia) throw await porQueNo(tx, ctx, id);
  const [fila] = await tx.sql<Fila[]>`${selectAparcado(tx.sql)} where a.id = ${id}`;
  if (!fila) throw new AparcadoNoEncontradoError();
  return { dto: aparcadoDto(fila), contenido: contenidoDto(JSON.parse(fila.contenido) as ContenidoGuardado) };
}

function contenidoDto({ lineas, descuento, nota, id_cliente }: ContenidoGuardado): ContenidoTicketDto {
  return {
    lineas: lineas.map((l) => ({
      id_producto: l.id_producto ?? null,
      producto_nuevo: l.producto_nuevo
        ? { ...l.producto_nuevo, precio: jsonDeCentavos(l.producto_nuevo.precio) }
        : null,
      id_presentacion: l.id_presentacion ?? null,
      cantidad: jsonDeMilesimas(l.cantidad),
      descuento: rebajaDto(l.descuento),
      cambio_precio: l.cambio_precio ? { ...l.cambio_precio, precio: jsonDeCentavos(l.cambio_precio.precio) } : null,
      nota: l.nota ?? null,
    })),
    descuento: rebajaDto(descuento),
    nota: nota ?? null,
    id_cliente: id_cliente ?? null,
  };
}

function rebajaDto(rebaja: ContenidoGuardado['descuento']): RebajaDto | null {
  if (!rebaja) return null;
  return rebaja.tipo === 'monto' ? { tipo: 'monto', monto: jsonDeCentavos(rebaja.monto) } : rebaja;
}

async function porQueNo(tx: Tx, ctx: Context, id: number): Promise<Error> {
  const [otro] = await tx.sql<{ estado: string; quien: string; cuando: string }[]>`
    select a.estado, u.name as quien, a.resuelto_en as cuando from ticket_aparcado a join usuario u on u.id = a.resuelto_por
    where a.id = ${id} and a.id_sucursal = ${ctx.idSucursal}`;
  if (!otro) return new AparcadoNoEncontradoError();
  const hizo = otro.estado === 'TOMADO' ? 'lo tomó' : 'lo descartó';
  return new AparcadoTomadoError(`${otro.quien} ya ${hizo} a las ${formatHora(otro.cuando)}.`);
}
