import { constraintName } from '@/db/errors';
import { PresentacionRepetidaError } from './errors';

/** Runs a write of a presentation's name; the unique index that refused it becomes PresentacionRepetidaError. */
export async function conNombreUnico<T>(nombre: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (constraintName(error) === 'presentacion_producto_nombre') throw new PresentacionRepetidaError(nombre);
    throw error;
  }
}
