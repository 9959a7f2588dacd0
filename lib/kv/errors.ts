import { AppError } from '@/lib/errors';

/** 503: the store of short-lived keys does not answer. What was asked was not done. */
export class KvCaidoError extends AppError {
  constructor(cause: unknown) {
    super('sin_claves', 503, 'El servicio de claves no responde. Intente de nuevo en un momento.');
    this.cause = cause;
  }
}
