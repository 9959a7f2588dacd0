import { ConflictoError, NoEncontradoError } from '@/lib/errors';

/** What would happen is not what was seen: the catalogue changed meanwhile. */
export class VistaVencidaError extends ConflictoError {
  constructor() {
    super('vista_vencida', 'El catálogo cambió desde la vista previa. Hay que mirarla de nuevo.');
  }
}

/** No product would change. */
export class EdicionVaciaError extends ConflictoError {
  constructor() {
    super('edicion_vacia', 'Ningún producto cambiaría.');
  }
}

/** The edition does not exist. */
export class EdicionNoEncontradaError extends NoEncontradoError {
  constructor() {
    super('No se encontró la edición.');
  }
}

/** It was undone already, or is itself what undid another. */
export class EdicionDeshechaError extends ConflictoError {
  constructor() {
    super('edicion_deshecha', 'Esta edición ya no se puede deshacer.');
  }
}

/** Every product of the edition changed again since. */
export class NadaQueDeshacerError extends ConflictoError {
  constructor() {
    super('nada_que_deshacer', 'Todos sus productos se cambiaron después: no hay nada que deshacer.');
  }
}
