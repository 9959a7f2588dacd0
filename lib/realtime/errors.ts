import { AppError } from '@/lib/errors';

/** 429: this person already has as many streams open as one may. */
export class DemasiadasConexionesError extends AppError {
  readonly reintentarEnS = 30;
  constructor() {
    super('demasiadas_conexiones', 429, 'Hay demasiadas ventanas abiertas con este usuario. Cierre alguna.');
  }
}

/** 503: the process is closing; another one, or this one again, will take the stream in a moment. */
export class CerrandoError extends AppError {
  readonly reintentarEnS = 2;
  constructor() {
    super('cerrando', 503, 'El servidor se está reiniciando. Intente de nuevo en un momento.');
  }
}
