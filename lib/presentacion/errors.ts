import { ConflictoError, NoEncontradoError } from '@/lib/errors';

/** The presentation does not exist, was deleted, or is of another product. */
export class PresentacionNoEncontradaError extends NoEncontradoError {
  constructor() {
    super('No se encontró la presentación.');
  }
}

/** The code does not exist, or was taken off. */
export class CodigoNoEncontradoError extends NoEncontradoError {
  constructor() {
    super('No se encontró el código.');
  }
}

/** The main code is changed in the product's own data. */
export class CodigoPrincipalError extends ConflictoError {
  constructor() {
    super('codigo_principal', 'Es el código principal: se cambia en los datos del producto.');
  }
}

/** The product already has a presentation with that name. */
export class PresentacionRepetidaError extends ConflictoError {
  constructor(nombre: string) {
    const message = `Ya hay una presentación ${nombre} de este producto.`;
    super('presentacion_repetida', message, { nombre: message });
  }
}
