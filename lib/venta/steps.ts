import type { Tx } from '@/db/transaction';
import type { SesionAbierta } from '@/lib/caja/steps';
import type { Context } from '@/lib/context';
import { cuentaDe, cuentaGaveta } from '@/lib/libro/cuentas';
import type { ProductoVendible, Ticket } from './armar-ticket';
import { sumaDe } from './rules';

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

/** The products of a ticket that can be sold, by id. */
export async function leerProductos(tx: Tx, ids: readonly number[]): Promise<Map<number, ProductoVendible>> {
  const filas = await tx.sql<ProductoVendible[]>`
    select id, nombre, unidad, precio_venta as precio from producto where id = any(${[...ids]}::int[]) and estado`;
  return new Map(filas.map((f) => [f.id, f]));
}

/** A ticket with everything its rows need. */
export type VentaPorEscribir = {
  ticket: Ticket;
  numeros: Numeros;
  folio: { serie: string; numero: number };
  sesion: SesionAbierta;
};

/** Writes the header, its lines and its payments in one statement. */
export async function insertVenta(tx: Tx, ctx: Context, v: VentaPorEscribir): Promise<void> {
  const { ticket, numeros, folio, sesion } = v;
  const ahora = ctx.ahora.toISOString();
  const lineas = ticket.lineas.map((l, i) => ({ ...l, id: numeros.idsDetalle[i], linea: i + 1 }));
  const asiento = idAsientoDe(v);
  await tx.sql`
    with cabecera as (
      insert into venta (id, serie, numero, total, descuento, redondeo, metodo_pago, recibido, vuelto, fecha, recibida_en,
        id_sesion_caja, id_sucursal, id_usuario, clave, id_asiento, id_user_create, created_at, updated_at)
      values (${numeros.idVenta}, ${folio.serie}, ${folio.numero}, ${ticket.total}, ${ticket.descuento}, ${ticket.redondeo},
        ${ticket.metodo}, ${ticket.recibido}, ${ticket.vuelto}, ${ahora}::timestamptz, ${ahora}::timestamptz, ${sesion.id},
        ${sesion.idSucursal}, ${ctx.actor.idUsuario}, ${ctx.clave}::uuid, ${asiento}, ${ctx.actor.idUsuario},
        ${ahora}::timestamptz, ${ahora}::timestamptz)
    ), pagos as (
      insert into pago_venta (id_venta, metodo, monto, referencia, id_asiento)
      select ${numeros.idVenta}::int, x.metodo, x.monto, x.referencia, ${asiento}::bigint
      from jsonb_to_recordset(${JSON.stringify(ticket.pagos)}::text::jsonb) as x(metodo text, monto bigint, referencia text)
    )
    insert into detalle_venta (id, id_venta, linea, id_producto, nombre, unidad, cantidad, precio_unitario, descuento,
      subtotal, costo, motivo_precio)
    select x.id, ${numeros.idVenta}::int, x.linea, x."idProducto", x.nombre, x.unidad, x.cantidad, x.precio, x.descuento,
      x.subtotal, x.costo, x."motivoPrecio"
    from jsonb_to_recordset(${JSON.stringify(lineas)}::text::jsonb) as x(id int, linea int, "idProducto" int, nombre text,
      unidad text, cantidad bigint, precio bigint, descuento bigint, subtotal bigint, costo bigint, "motivoPrecio" text)`;
}

/** The legs of a sale. Cash kept (after change) in the drawer, QR and transfers in the shop's own bank. */
export function partidasDeVenta(ticket: Ticket, sesion: SesionAbierta) {
  const { idSucursal, idCaja } = sesion;
  const banco = sumaDe(ticket.pagos, 'QR') + sumaDe(ticket.pagos, 'TRANSFERENCIA');
  return [
    { cuenta: cuentaGaveta(idCaja), importe: sumaDe(ticket.pagos, 'EFECTIVO') },
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
