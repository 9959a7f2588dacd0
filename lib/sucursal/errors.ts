import { ConflictoError, NoEncontradoError } from '@/lib/errors';

/** Another branch has that name. */
export class SucursalRepetidaError extends ConflictoError {
  constructor(nombre: string) {
    super('nombre_repetido', `Ya existe la sucursal ${nombre}.`, { nombre: 'Ya está en uso.' });
  }
}

/** The branch does not exist, was deleted, or is not one where the actor works. */
export class SucursalNoEncontradaError extends NoEncontradoError {
  constructor() {
    super('No se encontró la sucursal.');
  }
}

/** The branch still has something: goods, cash, an open till, people, or goods on the way. */
export class SucursalEnUsoError extends ConflictoError {
  constructor(frase: string) {
    super('sucursal_en_uso', frase);
  }
}
