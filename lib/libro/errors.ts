import { ConflictoError } from '@/lib/errors';

/** The account would go under its floor or over its ceiling. States no figure: the drawer's may be blind. */
export class SaldoInsuficienteError extends ConflictoError {
  constructor(message = 'La gaveta no tiene efectivo suficiente para esta operación.') {
    super('saldo_insuficiente', message);
  }
}

/** Cash was to move in a session that is no longer open. */
export class SesionCerradaError extends ConflictoError {
  constructor() {
    super('sesion_cerrada', 'La sesión de caja ya está cerrada.');
  }
}

/** Cash was to move while the drawer is being counted: it moves again when the count is given up, or after the close. */
export class SesionContandoError extends ConflictoError {
  constructor() {
    super(
      'sesion_contando',
      'La caja se está contando: hay que terminar el cierre o cancelar el conteo para seguir operando.',
    );
  }
}
