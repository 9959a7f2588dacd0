import { ConflictoError, NoEncontradoError, ValidacionError } from '@/lib/errors';

/** The reason does not exist, was retired, or is of the other kind of movement. */
export class MotivoNoEncontradoError extends NoEncontradoError {
  constructor() {
    super('No se encontró el motivo.');
  }
}

/** Another reason of that kind has the name. */
export class MotivoRepetidoError extends ConflictoError {
  constructor(nombre: string) {
    super('nombre_repetido', `Ya existe un motivo llamado ${nombre}.`, { nombre: 'Ya está en uso.' });
  }
}

/** The general reasons take what names no other: they stay. */
export class MotivoGeneralError extends ConflictoError {
  constructor() {
    super('motivo_general', 'El motivo general no se puede quitar: recibe lo que no tiene otro.');
  }
}

/** The reason says nothing by itself. */
export class FaltaDetalleError extends ValidacionError {
  constructor(motivo: string) {
    super(`«${motivo}» pide decir para qué fue.`, { motivo: 'Falta decir para qué fue.' });
  }
}
