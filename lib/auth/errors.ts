import { AppError } from '@/lib/errors';

/** 401 of a sign-in: the same sentence for an unknown mail, a wrong password and a person who no longer works here. */
export class CredencialesError extends AppError {
  constructor() {
    super('credenciales', 401, 'El correo o la contraseña no son correctos.');
  }
}

/** 401 of a refresh: unknown, expired, revoked, or not a refresh token at all. */
export class RefrescoInvalidoError extends AppError {
  constructor() {
    super('refresco_invalido', 401, 'La sesión terminó. Hay que ingresar de nuevo.');
  }
}

/** 401 of a refresh: a token already replaced came back, so somebody copied it; the whole sign-in was revoked. */
export class RefrescoReutilizadoError extends AppError {
  constructor() {
    super('refresco_reutilizado', 401, 'La sesión se cerró por seguridad. Hay que ingresar de nuevo.');
  }
}

/** 429: too many failures of a mail or an address; `reintentarEnS` goes in `Retry-After`. */
export class DemasiadosIntentosError extends AppError {
  constructor(readonly reintentarEnS: number) {
    super('demasiados_intentos', 429, 'Demasiados intentos fallidos. Espere unos minutos y vuelva a intentar.');
  }
}

/** 401 while the screen of the sign-in is locked. */
export class SesionBloqueadaError extends AppError {
  constructor() {
    super('sesion_bloqueada', 401, 'La pantalla está bloqueada. Hay que desbloquearla para seguir.');
  }
}

/** 403: the password was given by somebody else, and one's own comes before anything. */
export class DebeCambiarClaveError extends AppError {
  constructor() {
    super('cambiar_clave', 403, 'Primero hay que elegir una contraseña propia.');
  }
}

/** 403: the shop asks a second factor of this person, who has none yet. */
export class SegundoFactorObligatorioError extends AppError {
  constructor() {
    super('segundo_factor_obligatorio', 403, 'La tienda pide el segundo factor: primero hay que activarlo.');
  }
}

/** 401 of a sign-in whose password was right: the code of the second factor comes next. `desafio` lets the page go on. */
export class SegundoFactorError extends AppError {
  constructor(readonly desafio: string) {
    super('segundo_factor', 401, 'Falta el código de su aplicación de seguridad.', { codigo: 'Falta el código.' });
  }
}

/** 401 of a sign-in: the code is wrong, old, or was used already. */
export class CodigoIncorrectoError extends AppError {
  constructor() {
    super('segundo_factor', 401, 'El código no es correcto o ya se usó.', { codigo: 'No es correcto.' });
  }
}

/** 401 of the second step of a sign-in: it waited too long, or the password changed meanwhile. */
export class DesafioVencidoError extends AppError {
  constructor() {
    super('desafio_vencido', 401, 'Pasó demasiado tiempo. Hay que volver a escribir la contraseña.');
  }
}

/** 403: a wrong PIN, nobody with that id, somebody without a PIN or who is not admitted here. The four look the same. */
export class PinIncorrectoError extends AppError {
  constructor() {
    super('pin_incorrecto', 403, 'El PIN no es correcto.');
  }
}

/** 403: the password that confirms an act is not the person's. */
export class ClaveIncorrectaError extends AppError {
  constructor() {
    super('clave_incorrecta', 403, 'La contraseña no es correcta.', { password: 'No es correcta.' });
  }
}

/** 403: what concerns one's own keys is not done from a sign-in by PIN. */
export class RequiereClaveError extends AppError {
  constructor() {
    super('requiere_clave', 403, 'Para esto hay que ingresar con el correo y la contraseña.');
  }
}
