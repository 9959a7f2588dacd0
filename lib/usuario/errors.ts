import { ConflictoError, PermisoError } from '@/lib/errors';

/** Somebody already signs in with that mail. */
export class CorreoRepetidoError extends ConflictoError {
  constructor() {
    super('correo_repetido', 'Ya hay una persona con ese correo.', { email: 'Ya está en uso.' });
  }
}

/** Nobody grants what they lack. */
export class RolMayorError extends PermisoError {
  constructor(rol: string) {
    super(`No puede dar el rol ${rol}: tiene permisos que usted no tiene.`);
  }
}
