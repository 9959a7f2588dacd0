import { AppError, NoEncontradoError } from '@/lib/errors';

/** 404: no ticket has that id or clave, or it is of another branch. */
export class TicketNoEncontradoError extends NoEncontradoError {
  constructor() {
    super('No se encontró el ticket.');
  }
}

/** 429: too many receipts asked for from one address. */
export class DemasiadosRecibosError extends AppError {
  constructor(readonly reintentarEnS: number) {
    super('demasiados_intentos', 429, 'Se pidieron demasiados recibos. Espere un momento.');
  }
}
