import { ConflictoError } from '@/lib/errors';

/** The same key came with another content, or belongs to another branch. */
export class ClaveReutilizadaError extends ConflictoError {
  constructor() {
    super('clave_reutilizada', 'Esta operación ya se registró con otro contenido.');
  }
}
