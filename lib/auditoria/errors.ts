import { NoEncontradoError, ValidacionError } from '@/lib/errors';

/** 404: no such act, or it is of another branch. */
export class ActoNoEncontradoError extends NoEncontradoError {
  constructor() {
    super('No se encontró ese acto en la auditoría.');
  }
}

/** 400: a text or an address is looked for in more days than the trail is read through at once. */
export class RangoGrandeError extends ValidacionError {
  constructor(dias: number) {
    const frase = `Para buscar un texto o una dirección el rango es de ${dias} días como máximo.`;
    super(frase, { desde: frase });
  }
}
