import { ConflictoError, NoEncontradoError } from '@/lib/errors';
import { formatBs } from '@/lib/money';

/** Absent, or of a branch the actor does not see. */
export class VentaNoEncontradaError extends NoEncontradoError {
  constructor() {
    super('No se encontró el ticket.');
  }
}

/** A line names a product that does not exist or was deleted. `linea` from 0. */
export class ProductoNoEncontradoError extends ConflictoError {
  constructor(linea: number) {
    super('producto_no_encontrado', `La línea ${linea + 1} tiene un producto que ya no existe.`, {
      [`detalles.${linea}.id_producto`]: 'Ya no existe.',
    });
  }
}

/** The ticket names a customer that does not exist or was deleted. */
export class ClienteDeVentaError extends ConflictoError {
  constructor() {
    super('cliente_no_encontrado', 'El cliente del ticket ya no existe.', { id_cliente: 'Ya no existe.' });
  }
}

/** Another ticket has this receipt token: 128 random bits do not repeat, so that the device made it wrongly. */
export class TokenRepetidoError extends ConflictoError {
  constructor() {
    super('token_repetido', 'Otro ticket ya tiene ese token de recibo.', { token_recibo: 'Ya es de otro ticket.' });
  }
}

/** A line names a presentation that its product does not have. `linea` from 0. */
export class PresentacionNoEncontradaError extends ConflictoError {
  constructor(linea: number) {
    super('presentacion_no_encontrada', `La línea ${linea + 1} tiene una presentación que ya no existe.`, {
      [`detalles.${linea}.id_presentacion`]: 'Ya no existe.',
    });
  }
}

/** The catalogue has another price than the counter showed, and no motive came with the line. */
export class PrecioCambioError extends ConflictoError {
  constructor(linea: number, nombre: string, precioActual: number) {
    super('precio_cambio', `El precio de ${nombre} ahora es ${formatBs(precioActual)}.`, {
      [`detalles.${linea}.precio_unitario`]: `Ahora es ${formatBs(precioActual)}.`,
    });
  }
}

/** The payments do not add up to the total, or the cash received does not cover its leg. */
export class PagoNoCuadraError extends ConflictoError {
  constructor(message: string) {
    super('pago_no_cuadra', message);
  }
}

/** The ticket was voided already. */
export class VentaAnuladaError extends ConflictoError {
  constructor() {
    super('venta_anulada', 'El ticket ya está anulado.');
  }
}

/** A parked ticket that is not there, or is of another branch. */
export class AparcadoNoEncontradoError extends NoEncontradoError {
  constructor() {
    super('No se encontró ese ticket en espera.');
  }
}

/** Somebody else took the parked ticket, or gave it up. */
export class AparcadoTomadoError extends ConflictoError {
  constructor(message: string) {
    super('aparcado_tomado', message);
  }
}

/** The ticket waits already. */
export class TicketAparcadoError extends ConflictoError {
  constructor() {
    super('ticket_aparcado', 'Ese ticket ya está en espera.');
  }
}

/** The ticket was charged: there is nothing left to wait for. */
export class TicketCobradoError extends ConflictoError {
  constructor(folio: string) {
    super('ticket_cobrado', `Ese ticket ya se cobró: es el ${folio}.`);
  }
}

/** Cash would have to leave a drawer, and the actor has none open. */
export class SinCajaAbiertaError extends ConflictoError {
  constructor() {
    super('sin_caja_abierta', 'Para devolver efectivo hay que tener una caja abierta.');
  }
}
