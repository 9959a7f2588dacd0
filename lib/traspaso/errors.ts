import { ConflictoError, ValidacionError } from '@/lib/errors';

/** The safe does not hold that much. States no figure. */
export class CajaFuerteSinDineroError extends ConflictoError {
  constructor() {
    super('saldo_insuficiente', 'La caja fuerte no tiene dinero suficiente para este traspaso.');
  }
}

/** A transfer goes from one place to another, and names a session if one of them is its drawer. */
export class TraspasoImposibleError extends ValidacionError {
  constructor(message: string, campo: string) {
    super(message, { [campo]: message });
  }
}
