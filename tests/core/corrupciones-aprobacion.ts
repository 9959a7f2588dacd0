import { bs, type Corrupcion, LEJOS } from './corrupciones';

/** Corruptions of what a superior let in. */
export const CORRUPCIONES_APROBACION: readonly Corrupcion[] = [
  {
    regla: 'aprobacion_sin_documento',
    corromper: (sql, m) => sql`update aprobacion set id_documento = ${LEJOS} where id = ${m.idAprobacion}`,
    nombra: (m) => [`aprobacion_sin_documento ${m.idAprobacion}`],
    dice: /se usó y su documento \(venta 900001\) no existe/,
  },
  {
    regla: 'aprobacion_auditoria',
    corromper: (sql, m) => sql`
      delete from auditoria where accion = 'aprobacion.aprobar' and id_entidad = ${String(m.idAprobacion)}`,
    nombra: (m) => [`aprobacion_auditoria ${m.idAprobacion}`],
    dice: /no tiene en la auditoría su aprobacion\.aprobar/,
  },
  {
    regla: 'aprobacion_autor',
    corromper: (sql, m) => sql`
      update aprobacion set solicitada_por = ${m.turno.cajero.idUsuario}, resuelta_por = solicitada_por
      where id = ${m.idAprobacion}`,
    nombra: (m) => [`aprobacion_autor ${m.idAprobacion}`],
    dice: /es de la persona \d+ y su documento lo hizo la persona \d+/,
  },
  {
    regla: 'aprobacion_monto',
    corromper: (sql, m) => sql`update aprobacion set monto = monto + 1 where id = ${m.idAprobacion}`,
    nombra: (m) => [`aprobacion_monto ${m.idAprobacion}`],
    dice: bs('3,01 y su documento es por Bs\\u00a03,00'),
  },
];
