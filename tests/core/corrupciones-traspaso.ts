import { type Corrupcion, LEJOS } from './corrupciones';

/** Corruptions of reasons, transfers, counts and handovers. */
export const CORRUPCIONES_TRASPASO: readonly Corrupcion[] = [
  {
    regla: 'movimiento_motivo',
    corromper: (sql, m) => sql`
      update movimiento_caja set id_motivo = (select min(id) from motivo_caja where tipo = 'EGRESO' and not general)
      where id = ${m.idMovimiento}`,
    nombra: (m) => [`movimiento_motivo ${m.idMovimiento}`],
    dice: /\(Hielo\) no está en la cuenta de su motivo, motivo_\d+\.S\d+/,
  },
  {
    regla: 'traspaso_caja',
    corromper: (sql, m) => sql`
      insert into traspaso_caja (id, id_sucursal, origen, destino, monto, fecha)
      values (${LEJOS}, ${m.idSucursal}, 'CAJA_FUERTE', 'BANCO', 500, now())`,
    nombra: () => [`traspaso_caja ${LEJOS}`],
    dice: /es de Bs\u00a05,00 y el libro saca Bs\u00a00,00/,
  },
  {
    regla: 'efectivo_en_conteo',
    corromper: (sql, m) => sql`
      update sesion_caja set contando_desde = fecha_apertura - interval '1 hour', contando_por = id_usuario
      where id = ${m.turno.idSesion}`,
    nombra: (m) => [`efectivo_en_conteo ${m.turno.idSesion}`],
    dice: /se está contando .* movió su efectivo después/,
  },
  {
    regla: 'relevo_no_cuadra',
    corromper: (sql, m) => sql`
      update sesion_caja set id_sesion_relevada = ${m.primera.idSesion} where id = ${m.idSegundaSesion}`,
    nombra: (m) => [`relevo_no_cuadra ${m.idSegundaSesion}`],
    dice: /no abrió con el conteo de la que recibió/,
  },
];
