import { ConflictoError, NoEncontradoError, PermisoError } from '@/lib/errors';

/** The device was revoked: it gets no grant and its person is told. */
export class DispositivoRevocadoError extends PermisoError {
  constructor() {
    super('Este equipo fue revocado. Un administrador puede habilitarlo con otro nombre, borrando sus datos.');
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
