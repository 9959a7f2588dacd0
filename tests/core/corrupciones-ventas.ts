import { bs, type Corrupcion, LEJOS, partidas } from './corrupciones';

/** Corruptions of tickets and of their traces in the libro. */
export const CORRUPCIONES_VENTAS: readonly Corrupcion[] = [
  {
    regla: 'venta_detalles',
    corromper: (sql, m) => sql`update venta set total = total + 1 where id = ${m.idVentaQr}`,
    nombra: (m) => [`venta_detalles ${m.idVentaQr}`, `venta_pagos ${m.idVentaQr}`, `venta_asiento ${m.idVentaQr}`],
    dice: bs('12,35 y sus líneas suman Bs\\u00a012,34'),
  },
  {
    regla: 'venta_descuento',
    corromper: (sql, m) => sql`update venta set descuento = descuento + 25 where id = ${m.idVenta}`,
    nombra: (m) => [`venta_descuento ${m.idVenta}`],
    dice: bs('0,75 de descuento y sus líneas suman Bs\\u00a00,50'),
  },
  {
    regla: 'detalle_importe',
    corromper: async (sql, m) => {
      await sql`update detalle_venta set subtotal = subtotal + 1 where id = ${m.idsDetalle[0] ?? 0}`;
      await sql`update detalle_venta set subtotal = subtotal - 1 where id = ${m.idsDetalle[1] ?? 0}`;
    },
    nombra: (m) => m.idsDetalle.map((id) => `detalle_importe ${id}`),
    dice: bs('24,19 y precio por cantidad menos descuento da Bs\\u00a024,18'),
  },
  {
    regla: 'venta_pagos',
    corromper: (sql, m) => sql`update pago_venta set monto = monto - 10 where id_venta = ${m.idVentaQr}`,
    nombra: (m) => [`venta_pagos ${m.idVentaQr}`, `venta_dinero ${m.idVentaQr}`],
    dice: bs('12,34 con su redondeo y sus pagos suman Bs\\u00a012,24'),
  },
  {
    regla: 'venta_vuelto',
    corromper: (sql, m) => sql`update venta set vuelto = vuelto + 10 where id = ${m.idVenta}`,
    nombra: (m) => [`venta_vuelto ${m.idVenta}`],
    dice: bs('100,00 y dio'),
  },
  {
    regla: 'venta_kardex',
    corromper: async (sql, m) => {
      await sql`update detalle_venta set costo = costo + 1 where id = ${m.idsDetalle[0] ?? 0}`;
      await sql`update detalle_venta set costo = costo - 1 where id = ${m.idsDetalle[1] ?? 0}`;
    },
    nombra: (m) => [`venta_kardex ${m.idVenta}`, `venta_kardex ${m.idVenta}`],
    dice: bs('14,01 y el kardex saca 2 por Bs\\u00a014,00'),
  },
  {
    regla: 'venta_sucursal',
    corromper: (sql, m) => sql`update venta set id_sucursal = ${LEJOS} where id = ${m.idVenta}`,
    nombra: (m) => [`venta_sucursal ${m.idVenta}`],
    dice: /es de la sucursal 900001 y su caja es de la sucursal/,
  },
  {
    regla: 'serie_ticket',
    corromper: (sql, m) => sql`update serie_ticket set ultimo = ultimo + 1 where id_caja = ${m.turno.idCaja}`,
    nombra: (m) => [`serie_ticket C${m.turno.idCaja}`],
    dice: /va por el número 5; tiene 4 tickets y el mayor es el 4/,
  },
  {
    regla: 'aparcado_cobrado',
    corromper: (sql, m) => sql`
      insert into ticket_aparcado (id, clave, id_sucursal, id_sesion_caja, id_usuario, lineas, total, contenido, fecha)
      values (${LEJOS}, ${m.clave}::uuid, ${m.idSucursal}, ${m.turno.idSesion}, ${m.turno.cajero.idUsuario}, 1, 100, '{}', now())`,
    nombra: () => [`aparcado_cobrado ${LEJOS}`],
    dice: /El ticket en espera 900001 ya se cobró/,
  },
  {
    regla: 'venta_auditoria',
    corromper: (sql, m) => sql`
      delete from auditoria where entidad = 'venta' and id_entidad = ${String(m.idAnulada)} and accion = 'venta.anular'`,
    nombra: (m) => [`venta_auditoria ${m.idAnulada}`],
    dice: /no tiene en la auditoría su venta\.anular/,
  },
  {
    regla: 'venta_sin_asiento',
    corromper: (sql, m) => sql`update venta set id_asiento = null where id = ${m.idVentaQr}`,
    nombra: (m) => [`venta_sin_asiento ${m.idVentaQr}`],
    dice: /no tiene su asiento/,
  },
  {
    regla: 'venta_asiento',
    corromper: (sql, m) => partidas(sql, m, m.asiento.qr, { ventas: -1, redondeo: 1 }),
    nombra: (m) => [`venta_asiento ${m.idVentaQr}`, `venta_asiento ${m.idVentaQr}`],
    dice: bs('0,01 a redondeo y el ticket dice Bs\\u00a00,00'),
  },
  {
    regla: 'venta_dinero',
    corromper: (sql, m) => sql`update pago_venta set metodo = 'EFECTIVO' where id_venta = ${m.idVentaQr}`,
    nombra: (m) => [`venta_dinero ${m.idVentaQr}`, `venta_dinero ${m.idVentaQr}`],
    dice: bs('0,00 por banco y el libro lleva Bs\\u00a012,34'),
  },
  {
    regla: 'anulada_con_saldo',
    corromper: (sql, m) => partidas(sql, m, m.asiento.anulacion, { costo: 3, banco: -3 }),
    nombra: (m) => [`anulada_con_saldo ${m.idAnulada}`, `anulada_con_saldo ${m.idAnulada}`],
    dice: bs('−0,03 en banco; debe quedar en cero'),
  },
  {
    regla: 'anulada_sin_devolver',
    corromper: async (sql, m) => {
      await sql`
        update movimiento_stock set cantidad = cantidad - 1000
        where tipo_documento = 'anulacion_venta' and id_documento = ${m.idAnulada}`;
      await sql`
        update existencia set cantidad = cantidad - 1000
        where id_producto = ${m.idProducto} and id_sucursal = ${m.idSucursal}`;
    },
    nombra: (m) => [`anulada_sin_devolver ${m.idAnulada}`],
    dice: /queda −1 por/,
  },
  {
    regla: 'anulacion_sin_estado',
    corromper: (sql, m) => sql`update venta set estado_venta = 'COMPLETADA' where id = ${m.idAnulada}`,
    nombra: (m) => [`anulacion_sin_estado ${m.idAnulada}`],
    dice: /tiene su anulación en el libro y sigue COMPLETADA/,
  },
  {
    regla: 'operacion_sin_respuesta',
    corromper: (sql, m) => sql`update operacion set respuesta = null where clave = ${m.clave}::uuid`,
    nombra: (m) => [`operacion_sin_respuesta ${m.clave}`],
    dice: /\(venta\.cobrar\) quedó sin respuesta/,
  },
  {
    regla: 'venta_sin_operacion',
    corromper: (sql, m) => sql`delete from operacion where clave = ${m.clave}::uuid`,
    nombra: (m) => [`venta_sin_operacion ${m.idVenta}`],
    dice: /nombra la operación .*, que no existe/,
  },
];
