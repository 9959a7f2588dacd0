import { constraintName } from '@/db/errors';
import type { Tx } from '@/db/transaction';
import { cuentaDeEfectivo, type SesionAbierta } from '@/lib/caja/steps';
import type { Context, HechoEnCurso } from '@/lib/context';
import type { Movimiento } from '@/lib/kardex/mover-stock';
import { cuentaDe } from '@/lib/libro/cuentas';
import type { Ticket } from './armar-ticket';
import { ClienteDeVentaError, TokenRepetidoError } from './errors';
import { leerVentaEn } from './queries';
import { sumaDe } from './rules';

/** A ticket by its row, for the rooms above: who may see it is theirs to check. Throws VentaNoEncontradaError. */
export const leerTicketEn = leerVentaEn;

/** Numbers read ahead, so that the whole ticket is written in one round trip. */
export type Numeros = { idVenta: number; idAsiento: number; idsDetalle: number[] };

/** Takes the ids of a ticket of `lineas` lines from their sequences. */
export async function reservarNumeros(tx: Tx, lineas: number): Promise<Numeros> {
  const [fila] = await tx.sql<{ venta: number; asiento: number; detalles: number[] }[]>`
    select nextval('venta_id_seq') as venta, nextval('asiento_id_seq') as asiento,
      (select array_agg(nextval('detalle_venta_id_seq')::int) from generate_series(1, ${lineas}::int)) as detalles`;
  if (!fila) throw new Error('The sequences gave no numbers');
  return { idVenta: fila.venta, idAsiento: fila.asiento, idsDetalle: fila.detalles };
}

/** The next number of the caja's own series, locked until the commit: a refused ticket leaves no gap. */
export async function siguienteNumero(tx: Tx, idSesion: number): Promise<{ serie: string; numero: number }> {
  const [fila] = await tx.sql<{ serie: string; numero: number }[]>`
    update serie_ticket set ultimo = ultimo + 1
    where id_caja = (select id_caja from sesion_caja where id = ${idSesion}) returning serie, ultimo as numero`;
  return fila ?? { serie: '', numero: 0 };
}

/** The number of a ticket that already has one on its paper; the server's own, told as an incidencia, when it is another's. */
export async function numeroDelHecho(
  tx: Tx,
  hecho: HechoEnCurso,
  idSesion: number,
): Promise<{ serie: string; numero: number }> {
  const { folio } = hecho;
  if (!folio) return siguienteNumero(tx, idSesion);
  const propio = folio.serie === hecho.serie;
  const repetido = await tx.sql`select 1 from venta where serie = ${folio.serie} and numero = ${folio.numero}`;
  if (propio && repetido.length === 0) return folio;
  const otro = await siguienteNumero(tx, idSesion);
  const [dice, queda] = [folio, otro].map((f) => `${f.serie}-${f.numero}`);
  const porque = propio ? 'que es de otro ticket' : 'que no es de la serie de su equipo';
  hecho.incidencia('folio_repetido', `Su papel dice ${dice}, ${porque}: queda como ${queda}.`);
  return otro;
}

/** A ticket with everything its rows need. */
export type VentaPorEscribir = {
  ticket: Ticket;
  numeros: Numeros;
  folio: { serie: string; numero: number };
  sesion: SesionAbierta;
  cliente: ClienteDeVenta | null;
  tokenRecibo: string | null;
  /** Goods that enter with the sale: those of products that it creates. */
  entradas?: readonly Omit<Movimiento, 'idSucursal'>[];
};

/** Who buys, as the ticket shows them. */
export type ClienteDeVenta = { id: number; nombre: string; ci_nit: string | null };

/** The customer of a ticket; `null` without one. No lock: a deleted customer keeps their row. Throws ClienteDeVentaError. */
export async function leerClienteDeVenta(
  tx: Tx,
  id: number | null,
  { eliminado = false } = {},
): Promise<ClienteDeVenta | null> {
  if (id === null) return null;
  const [fila] = await tx.sql<ClienteDeVenta[]>`
    select id, nombre, ci_nit from cliente where id = ${id} and (estado or ${eliminado})`;
  if (!fila) throw new ClienteDeVentaError();
  return fila;
}

/** Writes the header, its lines and its payments in one statement. Throws TokenRepetidoError. */
export async function insertVenta(tx: Tx, ctx: Context, v: VentaPorEscribir): Promise<void> {
  try {
    await insertFilas(tx, ctx, v);
  } catch (error) {
    throw constraintName(error) === 'venta_token_recibo' ? new TokenRepetidoError() : error;
  }
}

async function insertFilas(tx: Tx, ctx: Context, v: VentaPorEscribir): Promise<void> {
  const { ticket, numeros, folio, sesion } = v;
  const ahora = ctx.ahora.toISOString();
  const recibida = (ctx.hecho?.recibidoEn ?? ctx.ahora).toISOString();
  const lineas = ticket.lineas.map((l, i) => ({ ...l, id: numeros.idsDetalle[i], linea: i + 1 }));
  const asiento = idAsientoDe(v);
  await tx.sql`
    with cabecera as (
      insert into venta (id, serie, numero, total, descuento, redondeo, metodo_pago, recibido, vuelto, nota, fecha, recibida_en,
        id_sesion_caja, id_sucursal, id_usuario, clave, id_asiento, id_cliente, token_recibo, id_user_create, created_at, updated_at)
      values (${numeros.idVenta}, ${folio.serie}, ${folio.numero}, ${ticket.total}, ${ticket.descuento}, ${ticket.redondeo},
        ${ticket.metodo}, ${ticket.recibido}, ${ticket.vuelto}, ${ticket.nota}, ${ahora}::timestamptz, ${recibida}::timestamptz, ${sesion.id},
        ${sesion.idSucursal}, ${ctx.actor.idUsuario}, ${ctx.clave}::uuid, ${asiento}, ${v.cliente?.id ?? null},
        ${v.tokenRecibo}, ${ctx.actor.idUsuario}, ${ahora}::timestamptz, ${ahora}::timestamptz)
    ), pagos as (
      insert into pago_venta (id_venta, metodo, monto, referencia, id_asiento)
      select ${numeros.idVenta}::int, x.metodo, x.monto, x.referencia, ${asiento}::bigint
      from jsonb_to_recordset(${JSON.stringify(ticket.pagos)}::text::jsonb) as x(metodo text, monto bigint, referencia text)
    )
    insert into detalle_venta (id, id_venta, linea, id_producto, nombre, unidad, id_presentacion, presentacion, factor, cantidad,
      precio_unitario, descuento, subtotal, costo, motivo_precio, nota)
    select x.id, ${numeros.idVenta}::int, x.linea, x."idProducto", x.nombre, x.unidad, x."idPresentacion", x.presentacion,
      x.factor, x.cantidad, x.precio, x.descuento, x.subtotal, x.costo, x."motivoPrecio", x.nota
    from jsonb_to_recordset(${JSON.stringify(lineas)}::text::jsonb) as x(id int, linea int, "idProducto" int, nombre text,
      unidad text, "idPresentacion" int, presentacion text, factor bigint, cantidad bigint, precio bigint, descuento bigint,
      subtotal bigint, costo bigint, "motivoPrecio" text, nota text)`;
}

/** The legs of a sale. Cash kept (after change) in the drawer (`cuentaDeEfectivo`), QR and transfers in the shop's own bank. */
export function partidasDeVenta(ticket: Ticket, sesion: SesionAbierta) {
  const { idSucursal } = sesion;
  const efectivo = sumaDe(ticket.pagos, 'EFECTIVO');
  const banco = sumaDe(ticket.pagos, 'QR') + sumaDe(ticket.pagos, 'TRANSFERENCIA');
  return [
    { cuenta: cuentaDeEfectivo(sesion, efectivo), importe: efectivo },
    { cuenta: cuentaDe('banco', idSucursal), importe: banco },
    { cuenta: cuentaDe('redondeo', idSucursal), importe: -ticket.redondeo },
    { cuenta: cuentaDe('ventas', idSucursal), importe: -ticket.total },
    { cuenta: cuentaDe('costo', idSucursal), importe: ticket.costo },
    { cuenta: cuentaDe('inventario', idSucursal), importe: -ticket.costo },
  ].filter((p) => p.importe !== 0);
}

/** The entry a ticket will have, or `null` when neither money nor value moves. */
export function idAsientoDe({ ticket, numeros }: Pick<VentaPorEscribir, 'ticket' | 'numeros'>): number | null {
  return ticket.total === 0 && ticket.costo === 0 ? null : numeros.idAsiento;
}
