import { bs, type Corrupcion, LEJOS, partidas } from './corrupciones';

/** Corruptions of the libro, the drawers and their cash. */
export const CORRUPCIONES_LIBRO: readonly Corrupcion[] = [
  {
    regla: 'asiento_no_cuadra',
    corromper: (sql, m) => partidas(sql, m, m.asiento.movimiento, { egresos_varios: 7 }),
    nombra: (m) => [`asiento_no_cuadra ${m.asiento.movimiento}`],
    dice: bs('0,07 y deben sumar cero'),
  },
  {
    regla: 'asiento_incompleto',
    corromper: (sql, m) => sql`
      insert into asiento (id, fecha, tipo_documento, id_documento, id_sucursal, bolsillo, glosa, id_usuario)
      values (${LEJOS}, now(), 'prueba', 1, ${m.idSucursal}, 'fondo', 'x', 1)`,
    nombra: () => [`asiento_incompleto ${LEJOS}`],
    dice: /tiene 0 partidas/,
  },
  {
    regla: 'partida_huerfana',
    corromper: (sql, m) => sql`
      insert into partida (id, id_asiento, id_cuenta, importe) overriding system value
      values (${LEJOS}, ${m.asiento.movimiento}, 0, 500), (${LEJOS + 1}, ${m.asiento.movimiento}, 0, -500)`,
    nombra: () => [`partida_huerfana ${LEJOS}`, `partida_huerfana ${LEJOS + 1}`],
    dice: /5,00 nombra una cuenta que no existe/,
  },
  {
    regla: 'saldo_de_cuenta',
    corromper: (sql, m) => sql`update cuenta set saldo = saldo + 100 where id = ${m.idCuentaGaveta}`,
    nombra: (m) => [
      `saldo_de_cuenta ${m.idCuentaGaveta}`,
      `gaveta_abierta ${m.turno.idSesion}`,
      `bolsillos ${m.turno.idCaja}`,
    ],
    dice: /gaveta\.C\d+ guarda un saldo de Bs.* y sus partidas suman Bs/,
  },
  {
    regla: 'saldo_fuera_de_rango',
    corromper: async (sql, m) => {
      await sql`alter table cuenta drop constraint cuenta_saldo_en_rango`;
      await sql`update cuenta set saldo_minimo = saldo + 1 where id = ${m.idCuentaGaveta}`;
    },
    nombra: (m) => [`saldo_fuera_de_rango ${m.idCuentaGaveta}`, 'limite_ausente cuenta_saldo_en_rango'],
    dice: /fuera de sus límites \(mínimo Bs.*, máximo sin límite\)/,
  },
  {
    regla: 'gaveta_abierta',
    corromper: (sql, m) => sql`update sesion_caja set monto_inicial = monto_inicial + 1 where id = ${m.turno.idSesion}`,
    nombra: (m) => [`gaveta_abierta ${m.turno.idSesion}`, `apertura_no_cuadra ${m.turno.idSesion}`],
    dice: /La gaveta de Caja \d+ tiene Bs.* da Bs/,
  },
  {
    regla: 'gaveta_cerrada',
    corromper: (sql, m) => sql`update cuenta set saldo = saldo - 100 where id = ${m.idCuentaGavetaPrimera}`,
    nombra: (m) => [
      `gaveta_cerrada ${m.primera.idCaja}`,
      `saldo_de_cuenta ${m.idCuentaGavetaPrimera}`,
      `bolsillos ${m.primera.idCaja}`,
    ],
    dice: bs('70,00 y su último conteo dejó Bs\\u00a071,00'),
  },
  {
    regla: 'caja_sin_cuenta',
    corromper: (sql, m) => sql`
      insert into caja (id, nombre, especialidad, id_sucursal) values (${LEJOS}, 'Suelta', 'MIXTA', ${m.idSucursal})`,
    nombra: () => [`caja_sin_cuenta ${LEJOS}`],
    dice: /La caja Suelta no tiene/,
  },
  {
    regla: 'cierre_no_cuadra',
    corromper: (sql, m) => sql`
      update sesion_caja set monto_final_real = monto_final_real + 100, diferencia = diferencia + 100
      where id = ${m.idSegundaSesion}`,
    nombra: (m) => [`cierre_no_cuadra ${m.idSegundaSesion}`, `gaveta_cerrada ${m.primera.idCaja}`],
    dice: bs('72,00 y el libro deja su gaveta en Bs\\u00a071,00'),
  },
  {
    regla: 'teorico_no_cuadra',
    corromper: (sql, m) => sql`
      update sesion_caja set monto_final_teorico = monto_final_teorico + 100, diferencia = diferencia - 100
      where id = ${m.primera.idSesion}`,
    nombra: (m) => [`teorico_no_cuadra ${m.primera.idSesion}`],
    dice: bs('81,00 y sus movimientos dan Bs\\u00a080,00'),
  },
  {
    regla: 'diferencia_no_cuadra',
    corromper: async (sql, m) => {
      await sql`alter table sesion_caja drop constraint sesion_caja_cierre`;
      await sql`update sesion_caja set diferencia = diferencia + 1 where id = ${m.primera.idSesion}`;
    },
    nombra: (m) => [`diferencia_no_cuadra ${m.primera.idSesion}`, 'limite_ausente sesion_caja_cierre'],
    dice: bs('−4,99 y contado menos esperado da Bs\\u00a0−5,00'),
  },
  {
    regla: 'apertura_no_cuadra',
    corromper: (sql, m) => sql`
      update asiento set id_documento = ${LEJOS} where tipo_documento = 'apertura' and id_documento = ${m.idSegundaSesion}`,
    nombra: (m) => [`apertura_no_cuadra ${m.idSegundaSesion}`],
    dice: bs('70,50 y lo que había, con su diferencia de apertura, da Bs\\u00a075,00'),
  },
  {
    regla: 'sesion_repetida',
    corromper: async (sql, m) => {
      await sql`drop index sesion_caja_abierta_por_usuario`;
      await sql`
        insert into sesion_caja (id, id_caja, id_usuario, monto_inicial, fecha_apertura, fecha_negocio)
        values (${LEJOS}, ${m.primera.idCaja}, ${m.turno.cajero.idUsuario}, 7100, '2027-01-01', '2027-01-01')`;
    },
    nombra: () => [`sesion_repetida ${LEJOS}`, 'unico_ausente sesion_caja_abierta_por_usuario'],
    dice: /está abierta a la vez que otra/,
  },
  {
    regla: 'efectivo_fuera_de_sesion',
    corromper: (sql, m) => sql`update asiento set id_sesion_caja = null where id = ${m.asiento.venta}`,
    nombra: (m) => [
      `efectivo_fuera_de_sesion ${m.partidaEfectivo}`,
      `gaveta_abierta ${m.turno.idSesion}`,
      `venta_sin_asiento ${m.idVenta}`,
    ],
    dice: /\(venta\) mueve Bs.* fuera de una sesión suya/,
  },
  {
    regla: 'bolsillos',
    corromper: async (sql, m) => {
      await sql`alter table asiento drop constraint asiento_bolsillo`;
      await sql`update asiento set bolsillo = 'otro' where id = ${m.asiento.movimiento}`;
    },
    nombra: (m) => [
      `bolsillos ${m.turno.idCaja}`,
      `bolsillo_equivocado ${m.asiento.movimiento}`,
      'limite_ausente asiento_bolsillo',
    ],
    dice: /sus cinco bolsillos suman Bs/,
  },
  {
    regla: 'bolsillo_equivocado',
    corromper: (sql, m) => sql`update asiento set bolsillo = 'agente' where id = ${m.asiento.venta}`,
    nombra: (m) => [`bolsillo_equivocado ${m.asiento.venta}`],
    dice: /\(venta\) está en el bolsillo agente y debe estar en mercaderia/,
  },
  {
    regla: 'movimiento_caja',
    corromper: (sql, m) => sql`update movimiento_caja set monto = monto + 50 where id = ${m.idMovimiento}`,
    nombra: (m) => [`movimiento_caja ${m.idMovimiento}`],
    dice: bs('−16,00 y el libro lleva Bs\\u00a0−15,50'),
  },
];
