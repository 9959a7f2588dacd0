import { AppError } from '@/lib/errors';

/** 401: another code, or one that expired, was used or was replaced; the same when there never was one. */
export class CodigoInvalidoError extends AppError {
  constructor() {
    super('codigo_invalido', 401, 'El código no es correcto o ya no vale. Revise el último correo o pida otro.');
  }
}

/** 401: five guesses were made of a code; the right one is no good any more. */
export class CodigoAgotadoError extends AppError {
  constructor() {
    super('codigo_agotado', 401, 'Se probó el código demasiadas veces. Pida otro.');
  }
}

/** 401: neither the code nor what it earned came with the new password. */
export class SinPruebaError extends AppError {
  constructor() {
    super('sin_prueba', 401, 'Falta el código que llegó por correo.');
  }
}

/** 401: the permission to choose a password expired, was used, or is of another mail. */
export class PermisoVencidoError extends AppError {
  constructor() {
    super('permiso_vencido', 401, 'El permiso para cambiar la contraseña ya no vale. Pida otro código.');
  }
}
