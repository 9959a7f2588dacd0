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

/** Cash would have to leave a drawer, and the actor has none open. */
export class SinCajaAbiertaError extends ConflictoError {
  constructor() {
    super('sin_caja_abierta', 'Para devolver efectivo hay que tener una caja abierta.');
  }
}
