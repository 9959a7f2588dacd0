import { PERMISOS, type Permiso } from '@/lib/auth/permisos';
import { ConflictoError, NoEncontradoError, PermisoError } from '@/lib/errors';

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

/** The shop would be left without anybody who can run its people. */
export class UltimaDireccionError extends ConflictoError {
  constructor() {
    super('ultima_direccion', 'Debe quedar al menos una persona que pueda administrar usuarios y roles.');
  }
}
