import { NoEncontradoError } from '@/lib/errors';

/** The date is not watched any more, or is of another branch. */
export class VencimientoNoEncontradoError extends NoEncontradoError {
  constructor() {
    super('No se encontró la fecha de vencimiento.');
  }
}
