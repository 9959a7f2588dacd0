import { AppError, ConflictoError, NoEncontradoError, PermisoError } from '@/lib/errors';
import type { Borrador, DetalleDeRechazo } from './schemas';

/** 403: the act is beyond what the actor may do alone. Once its draft exists, `detalle` names it. */
export class RequiereAprobacionError extends AppError {
  override readonly detalle: (DetalleDeRechazo & Readonly<Record<string, unknown>>) | null;

  constructor(
    readonly borrador: Borrador,
    detalle: DetalleDeRechazo | null = null,
  ) {
    super('requiere_aprobacion', 403, `Hace falta la aprobación de un superior: ${borrador.resumen}.`);
    this.detalle = detalle;
  }
}

/** 429: somebody tries one refused act after another. */
export class DemasiadosBorradoresError extends AppError {
  readonly reintentarEnS = 600;

  constructor() {
    super('demasiadas_aprobaciones', 429, 'Demasiadas operaciones sin aprobar. Espere unos minutos.');
  }
}

/** Absent, or of somebody else or another branch: they look the same from outside. */
export class AprobacionNoEncontradaError extends NoEncontradoError {
  constructor() {
    super('No se encontró la aprobación.');
  }
}

/** Its time passed: the act has to be tried again. */
export class AprobacionVencidaError extends ConflictoError {
  constructor() {
    super('aprobacion_vencida', 'El pedido venció. Hay que repetir la operación.');
  }
}

/** Somebody answered it, took it back or used it before. */
export class AprobacionResueltaError extends ConflictoError {
  constructor(como: string) {
    super('aprobacion_resuelta', `El pedido ya no espera respuesta: está ${como}.`);
  }
}

/** Nobody approves what they ask for, nor a difference that is theirs. */
export class AprobacionPropiaError extends PermisoError {
  constructor() {
    super('Nadie aprueba lo suyo: tiene que hacerlo otra persona.');
  }
}

/** The amount is over what this superior may approve. */
export class AprobacionSobreTopeError extends PermisoError {
  constructor(tope: string) {
    super(`Puede aprobar hasta ${tope}: tiene que hacerlo alguien con un límite mayor.`);
  }
}

/** The person whose PIN was typed approves nothing here. */
export class NoEsSuperiorError extends PermisoError {
  constructor(nombre: string) {
    super(`${nombre} no puede aprobar en esta sucursal.`);
  }
}
