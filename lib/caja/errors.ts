import { ConflictoError, NoEncontradoError, PermisoError, ValidacionError } from '@/lib/errors';
import { formatFechaHora } from '@/lib/time';

/** The caja does not exist, was deleted, or is of a branch the actor does not see. */
export class CajaNoEncontradaError extends NoEncontradoError {
  constructor() {
    super('No se encontró la caja.');
  }
}

/** The session does not exist, or is of a branch the actor does not see. */
export class SesionNoEncontradaError extends NoEncontradoError {
  constructor() {
    super('No se encontró la sesión de caja.');
  }
}

/** The person has no open session. */
export class SinSesionActivaError extends NoEncontradoError {
  constructor() {
    super('No hay una caja abierta a nombre de esa persona.');
  }
}

/** The caja's especialidad does not take this kind of document. */
export class EspecialidadError extends ConflictoError {
  constructor(caja: string) {
    super('especialidad', `${caja} no atiende este tipo de operación.`);
  }
}

/** Another caja of the branch has that name. */
export class NombreDeCajaRepetidoError extends ConflictoError {
  constructor(nombre: string) {
    super('nombre_repetido', `Ya existe una caja llamada ${nombre}.`, { nombre: 'Ya está en uso.' });
  }
}

/** Somebody has the caja open. */
export class CajaOcupadaError extends ConflictoError {
  constructor(caja: string, quien: string, desde: Date) {
    super('caja_abierta', `${caja} ya está abierta por ${quien} desde ${formatFechaHora(desde)}.`);
  }
}

/** The person already answers for another open caja. */
export class PersonaConCajaError extends ConflictoError {
  constructor(quien: string, caja: string, sucursal: string) {
    super('persona_con_caja', `${quien} ya tiene abierta ${caja}, en ${sucursal}.`);
  }
}

/** The change needs the caja closed. */
export class CajaAbiertaError extends ConflictoError {
  constructor(caja: string, acto: string) {
    super('caja_abierta', `${caja} está abierta: hay que cerrarla para ${acto}.`);
  }
}

/** A caja with money in its drawer cannot disappear. States no figure. */
export class CajaConDineroError extends ConflictoError {
  constructor(caja: string) {
    super('caja_con_dinero', `${caja} tiene dinero en la gaveta: primero hay que retirarlo con un egreso.`);
  }
}

/** The person who would answer for the drawer is inactive or works elsewhere. */
export class ResponsableError extends ConflictoError {
  constructor(sucursal: string) {
    super('responsable', `La persona no está activa en ${sucursal}.`, { id_usuario: 'No trabaja en esta sucursal.' });
  }
}

/** The session is of somebody else. */
export class SesionAjenaError extends PermisoError {
  constructor() {
    super('La caja está abierta a nombre de otra persona.');
  }
}

/** What was counted by note and coin does not add up to the total given. */
export class ConteoNoSumaError extends ValidacionError {
  constructor() {
    super('El conteo por billetes y monedas no suma el total contado.', {
      denominaciones: 'No suman el total contado.',
    });
  }
}

/** The person cannot be admitted: inactive, of another branch, or without the right to sell. */
export class NoAdmisibleError extends ConflictoError {
  constructor() {
    super(
      'no_admisible',
      'Esa persona no puede atender en esta caja: debe estar activa, trabajar aquí y poder cobrar.',
    );
  }
}

/** Nobody switches at a browser whose person works in no open caja. */
export class SinCajaParaCambiarError extends ConflictoError {
  constructor() {
    super('sin_caja_abierta', 'No hay una caja abierta en la que cambiar de persona.');
  }
}

/** Nobody is counting the drawer, so there is no count to give up. */
export class SinConteoError extends ConflictoError {
  constructor() {
    super('sin_conteo', 'La caja no se está contando.');
  }
}

/** The person is not among those who may open this caja. */
export class CajaNoAsignadaError extends PermisoError {
  constructor(caja: string) {
    super(`${caja} tiene personas asignadas, y quien la abriría no está entre ellas.`);
  }
}

/** The person who would receive the drawer may not: inactive, elsewhere, without the right, or not assigned to it. */
export class RelevoError extends ConflictoError {
  constructor(quien: string) {
    super('relevo', `${quien} no puede recibir esta caja.`, { id_usuario: 'No puede recibir esta caja.' });
  }
}

/** The count differs from what the last close left, and nobody said why. States no figure. */
export class FaltaMotivoAperturaError extends ConflictoError {
  constructor() {
    super('falta_motivo_apertura', 'Lo contado no es lo que dejó el último cierre: hay que decir por qué.', {
      motivo: 'Falta el motivo de la diferencia.',
    });
  }
}

/** Somebody assigned to a caja must be active and work in its branch. */
export class PersonaNoAsignableError extends ConflictoError {
  constructor() {
    super('persona_no_asignable', 'Una de las personas elegidas no está activa en esta sucursal.', {
      personas: 'Hay una persona que no trabaja aquí.',
    });
  }
}

/** An account that no app shows, or of another branch. */
export class CuentaExternaError extends ConflictoError {
  constructor() {
    super('cuenta_externa', 'Una de las cuentas declaradas no existe en esta sucursal.', {
      saldos_externos: 'No es una cuenta de esta sucursal.',
    });
  }
}

/** Only what was closed can be counted again. */
export class SesionAbiertaError extends ConflictoError {
  constructor() {
    super('sesion_abierta', 'La caja sigue abierta: se cuenta al cerrarla.');
  }
}

/** The recount says what already stood. */
export class RecuentoIgualError extends ConflictoError {
  constructor() {
    super('recuento_igual', 'El recuento da lo mismo que ya estaba contado: no hay nada que corregir.');
  }
}
