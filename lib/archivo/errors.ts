import { ConflictoError, NoEncontradoError, ValidacionError } from '@/lib/errors';

/** What came is not an image that can be read, whatever its name says. */
export class ImagenInvalidaError extends ValidacionError {
  constructor() {
    super('El archivo no es una foto que se pueda leer. Sirven JPG, PNG y WebP.', {
      archivo: 'No es una foto JPG, PNG o WebP.',
    });
  }
}

/** The image is nobody's to use: unknown, of somebody else, or already of another document. */
export class ArchivoNoDisponibleError extends ConflictoError {
  constructor() {
    super('archivo_no_disponible', 'La foto ya no está disponible: hay que subirla de nuevo.');
  }
}

/** There is no image there. */
export class ArchivoNoEncontradoError extends NoEncontradoError {
  constructor() {
    super('No se encontró la foto.');
  }
}
