import { AppError, ConflictoError } from '@/lib/errors';

/** 403: the key is not the one that the terminal shows. */
export class ClaveDeInstalacionError extends AppError {
  constructor() {
    const frase = 'La clave no es la que muestra la consola.';
    super('clave_de_instalacion', 403, frase, { clave: frase });
  }
}

/** 409: the shop is installed; of two at once, the second one reads this. */
export class YaInstaladaError extends ConflictoError {
  constructor() {
    super('ya_instalada', 'La tienda ya está instalada: hay que ingresar.');
  }
}
