import { ConflictoError, NoEncontradoError, PermisoError } from '@/lib/errors';

/** 404: no such alert, or it is of another branch. */
export class AlertaNoEncontradaError extends NoEncontradoError {
  constructor() {
    super('No se encontró esa alerta.');
  }
}

/** 409: somebody looked at it first; their note stays. */
export class AlertaAtendidaError extends ConflictoError {
  constructor() {
    super('alerta_atendida', 'Alguien ya atendió esta alerta.');
  }
}

/** 403: an alert about oneself is looked at by another, unless one answers for every branch. */
export class AlertaPropiaError extends PermisoError {
  constructor() {
    super('Una alerta sobre usted la atiende otra persona.');
  }
}
