import { AppError, ConflictoError, NoEncontradoError, PermisoError } from '@/lib/errors';

/** Somebody already signs in with that mail. */
export class CorreoRepetidoError extends ConflictoError {
  constructor() {
    super('correo_repetido', 'Ya hay una persona con ese correo.', { email: 'Ya está en uso.' });
  }
}

/** Absent, of a branch that the actor does not see, or no longer working here. */
export class UsuarioNoEncontradoError extends NoEncontradoError {
  constructor() {
    super('La persona no existe.');
  }
}

/** Nobody gives a branch where they do not work. */
export class SucursalAjenaError extends PermisoError {
  constructor() {
    super('No puede dar una sucursal donde usted no trabaja.');
  }
}

/** What nobody does to themselves: ask somebody else. */
export class PropioError extends ConflictoError {
  constructor(que: string) {
    super('propio', `Nadie puede ${que}: pídalo a otra persona.`);
  }
}

/** One's own password changes with the present one, in one's profile. */
export class ClavePropiaError extends ConflictoError {
  constructor() {
    super('propio', 'La contraseña propia se cambia en Mi perfil, con la actual.', {
      password: 'Cámbiela en Mi perfil.',
    });
  }
}

/** They answer for an open drawer. */
export class ConCajaAbiertaError extends ConflictoError {
  constructor(nombre: string) {
    super('caja_abierta', `${nombre} tiene una caja abierta: primero hay que cerrarla.`);
  }
}

/** 400: the present password that came with the change is not theirs. */
export class ClaveActualError extends AppError {
  constructor() {
    super('clave_incorrecta', 400, 'La contraseña actual no es correcta.', { currentPassword: 'No es correcta.' });
  }
}

/** The new password is the present one. */
export class ClaveIgualError extends ConflictoError {
  constructor() {
    super('clave_igual', 'La contraseña nueva debe ser distinta de la actual.', { newPassword: 'Es la misma.' });
  }
}

/** A person who signs in is retired as a user, not as a person. */
export class PersonaConUsuarioError extends ConflictoError {
  constructor() {
    super('persona_con_usuario', 'Esa persona ingresa al sistema: primero hay que dar de baja su usuario.');
  }
}
