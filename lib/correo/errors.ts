import { ConflictoError, NoEncontradoError } from '@/lib/errors';

/** 404: absent, or of another branch. */
export class CorreoNoEncontradoError extends NoEncontradoError {
  constructor() {
    super('El correo no existe.');
  }
}

/** 409: only what failed is sent again. */
export class CorreoNoFallidoError extends ConflictoError {
  constructor() {
    super('correo_no_fallido', 'Solo se reintenta un correo que falló.');
  }
}

/** 409: what it said is not kept any more, or nobody could get it. */
export class CorreoSinRemedioError extends ConflictoError {
  constructor() {
    super(
      'correo_sin_remedio',
      'Este correo no se puede reintentar: la dirección no es válida o su texto ya se borró.',
    );
  }
}
