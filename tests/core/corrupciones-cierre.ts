import { bs, type Corrupcion, LEJOS } from './corrupciones';

/** Corruptions of recounts, of what the apps showed, and of tasks. */
export const CORRUPCIONES_CIERRE: readonly Corrupcion[] = [
  {
    regla: 'recuento_sin_asiento',
    corromper: (sql, m) => sql`
      update partida p set importe = p.importe + 100 from cuenta c, recuento_caja r
      where c.id = p.id_cuenta and p.id_asiento = r.id_asiento and r.id = ${m.idRecuento} and c.codigo like 'apertura.S%'`,
    nombra: (m) => [`recuento_sin_asiento ${m.idRecuento}`, `asiento_no_cuadra ${m.asiento.recuento}`],
    dice: bs('2,00 y el libro lleva Bs\\u00a03,00'),
  },
  {
    regla: 'recuento_no_cuadra',
    corromper: (sql, m) => sql`update recuento_caja set monto = monto + 100 where id = ${m.idRecuento}`,
    nombra: (m) => [`recuento_no_cuadra ${m.idRecuento}`],
    dice: /Bs\u00a078,00 y el conteo sellado.* da Bs\u00a077,00/,
  },
  {
    regla: 'conteo_externo_sin_cierre',
    corromper: (sql, m) => sql`
      insert into conteo_externo (id, id_sesion_caja, id_cuenta, saldo_app, saldo_libro, fecha)
      select ${LEJOS}, ${m.turno.idSesion}, id, 0, 0, now() from cuenta where codigo = ${`banco.S${m.idSucursal}`}`,
    nombra: () => [`conteo_externo_sin_cierre ${LEJOS}`],
    dice: /\(banco\.S\d+\) no es de un cierre/,
  },
  {
    regla: 'tarea_sin_auditoria',
    corromper: (sql, m) => sql`
      update tarea set estado = 'RESUELTA', resuelta_por = ${m.turno.cajero.idUsuario}, resuelta_en = now(), resolucion = 'x'
      where id = ${m.idTarea}`,
    nombra: (m) => [`tarea_sin_auditoria ${m.idTarea}`],
    dice: /no tiene en la auditoría su tarea\.resolver/,
  },
];
