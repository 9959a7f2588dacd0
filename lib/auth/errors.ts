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
