import { ConflictoError, NoEncontradoError, PermisoError } from '@/lib/errors';

/** The device was revoked: it gets no grant and its person is told. */
export class DispositivoRevocadoError extends PermisoError {
  constructor() {
    super('Este equipo fue revocado. Un administrador puede habilitarlo con otro nombre, borrando sus datos.');
  }
}

/** Somebody revoked the device first: there is nothing left to name or to revoke. */
export class DispositivoYaRevocadoError extends ConflictoError {
  constructor() {
    super('dispositivo_revocado', 'Este equipo ya fue revocado.');
  }
}

/** The device does not exist, or is of a branch the actor does not see. */
export class DispositivoNoEncontradoError extends NoEncontradoError {
  constructor() {
    super('No se encontró el equipo.');
  }
}

/** Another device holds the lease of the caja. */
export class CajaDeOtroEquipoError extends ConflictoError {
  constructor(caja: string, equipo: string) {
    super('caja_de_otro_equipo', `${caja} la atiende otro equipo (${equipo}). Se puede pasar a este.`);
  }
}

/** The fact is not kept; `hecho` is who it says it is, when that could be read. */
export class HechoRechazadoError extends ConflictoError {
  constructor(
    code: string,
    message: string,
    readonly hecho: { clave: string; orden: number } | null = null,
  ) {
    super(code, message);
  }
}

/** The fact is kept and waits for somebody, or for another fact. */
export class HechoRetenidoError extends ConflictoError {}

/** Somebody decided that the fact does not enter. */
export class HechoDescartadoError extends ConflictoError {
  constructor() {
    super('hecho_descartado', 'Un superior decidió que no entre.');
  }
}

/** The incidencia does not exist, or is of a branch the actor does not see. */
export class IncidenciaNoEncontradaError extends NoEncontradoError {
  constructor() {
    super('No se encontró la incidencia.');
  }
}

/** Somebody resolved it first. */
export class IncidenciaResueltaError extends ConflictoError {
  constructor() {
    super('incidencia_resuelta', 'La incidencia ya estaba resuelta.');
  }
}
