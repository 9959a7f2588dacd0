import { ConflictoError } from '@/lib/errors';

/** Every prefix of the shop's own is a scale's, or the code that would be its is taken by hand. */
export class SinCodigosInternosError extends ConflictoError {
  constructor() {
    super('sin_codigos_internos', 'No queda un código interno libre: los formatos de balanza usan todos los prefijos.');
  }
}
