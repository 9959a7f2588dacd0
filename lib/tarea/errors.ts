import { ConflictoError, NoEncontradoError } from '@/lib/errors';

/** The task does not exist, or is of a branch the actor does not see. */
export class TareaNoEncontradaError extends NoEncontradoError {
  constructor() {
    super('No se encontró la tarea.');
  }
}

/** Somebody already said what came of it. */
export class TareaResueltaError extends ConflictoError {
  constructor(quien: string) {
    super('tarea_resuelta', `La tarea ya la resolvió ${quien}.`);
  }
}
