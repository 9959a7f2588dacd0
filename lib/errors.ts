/** A refusal the product expects: it has a name, a code and the sentence the person at the counter reads. */
export class AppError extends Error {
  /** What a program needs to go on from here (`error_detail` on the wire); most refusals have none. */
  readonly detalle: Readonly<Record<string, unknown>> | null = null;

  constructor(
    readonly code: string,
    readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 429 | 503,
    message: string,
    readonly campos: Readonly<Record<string, string>> | null = null,
  ) {
    super(message);
    this.name = new.target.name;
  }
}

/** 400: the input breaks a rule that the schema cannot express; `campos` names each field. */
export class ValidacionError extends AppError {
  constructor(message: string, campos: Record<string, string> | null = null) {
    super('validacion', 400, message, campos);
  }
}

/** 401: nobody is signed in, or the session ended. */
export class NoAutenticadoError extends AppError {
  constructor(message = 'Hay que ingresar de nuevo.') {
    super('no_autenticado', 401, message);
  }
}

/** 403: the person is known but may not do this. */
export class PermisoError extends AppError {
  constructor(message = 'Su rol no permite esta operación.') {
    super('sin_permiso', 403, message);
  }
}

/** 404: absent, soft-deleted or of another branch; the three look the same from outside. */
export class NoEncontradoError extends AppError {
  constructor(message = 'No se encontró lo que se buscaba.') {
    super('no_encontrado', 404, message);
  }
}

/** 409: the state of the business refuses it. */
export class ConflictoError extends AppError {
  constructor(code: string, message: string, campos: Record<string, string> | null = null) {
    super(code, 409, message, campos);
  }
}
