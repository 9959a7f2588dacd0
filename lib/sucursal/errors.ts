import { ConflictoError } from '@/lib/errors';

/** Another branch has that name. */
export class SucursalRepetidaError extends ConflictoError {
  constructor(nombre: string) {
    super('nombre_repetido', `Ya existe la sucursal ${nombre}.`, { nombre: 'Ya está en uso.' });
  }
}
