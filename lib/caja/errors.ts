import { ConflictoError, NoEncontradoError } from '@/lib/errors';

/** The session does not exist, or is of a branch the actor does not see. */
export class SesionNoEncontradaError extends NoEncontradoError {
  constructor() {
    super('No se encontró la sesión de caja.');
  }
}

/** The caja's especialidad does not take this kind of document. */
export class EspecialidadError extends ConflictoError {
  constructor(caja: string) {
    super('especialidad', `${caja} no atiende este tipo de operación.`);
  }
}
