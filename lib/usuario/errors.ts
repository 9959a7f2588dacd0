import { PERMISOS, type Permiso } from '@/lib/auth/permisos';
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

/** No such role, or it was deleted. */
export class RolNoEncontradoError extends NoEncontradoError {
  constructor() {
    super('El rol no existe.');
  }
}

const lista = (permisos: readonly Permiso[]) =>
  permisos
    .slice(0, 3)
    .map((p) => PERMISOS[p].toLowerCase())
    .join('; ');

/** Nobody grants what they lack. */
export class RolMayorError extends PermisoError {
  constructor(rol: string, faltan: readonly Permiso[] = []) {
    const cuales = faltan.length > 0 ? ` (${lista(faltan)})` : '';
    super(`No puede dar el rol ${rol}: tiene permisos que usted no tiene, o límites más altos${cuales}.`);
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

/** The shop would be left without anybody who can run its people. */
export class UltimaDireccionError extends ConflictoError {
  constructor() {
    super('ultima_direccion', 'Debe quedar al menos una persona que pueda administrar usuarios y roles.');
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

/** Another role has that name. */
export class RolRepetidoError extends ConflictoError {
  constructor(nombre: string) {
    super('nombre_repetido', `Ya existe el rol ${nombre}.`, { nombre: 'Ya está en uso.' });
  }
}

/** The five roles of the product only let their caps change. */
export class RolDeFabricaError extends ConflictoError {
  constructor(nombre: string, que: string) {
    super('rol_de_fabrica', `El rol ${nombre} es del producto: ${que}.`);
  }
}

/** Somebody has the role. */
export class RolEnUsoError extends ConflictoError {
  constructor(nombre: string, personas: number) {
    const cuantas = personas === 1 ? 'una persona' : `${personas} personas`;
    super('rol_en_uso', `El rol ${nombre} lo tiene ${cuantas}: primero hay que darles otro.`);
  }
}
