import { SegundoFactorObligatorioError, SesionBloqueadaError } from '@/lib/auth/errors';
import type { Permiso } from '@/lib/auth/permisos';
import type { Actor } from '@/lib/context';
import { env } from '@/lib/env';

/** Something that a signed-in person has to do before anything else is answered. */
export type Espera = 'bloqueada' | 'segundo_factor';

const ERRORES = { bloqueada: SesionBloqueadaError, segundo_factor: SegundoFactorObligatorioError };

/** What the person has to do first, or `null`. */
export function esperaDe(actor: Actor): Espera | null {
  if (actor.bloqueada) return 'bloqueada';
  return actor.faltaSegundoFactor ? 'segundo_factor' : null;
}

/**
 * The door's second question, after who: whether anything stands before the act. `durante` are the waits in which this door
 * answers all the same. Throws SesionBloqueadaError, SegundoFactorObligatorioError.
 */
export function requireSinEspera(actor: Actor, durante: readonly Espera[] = []): void {
  const espera = esperaDe(actor);
  if (espera && !durante.includes(espera)) throw new ERRORES[espera]();
}

/** Whether the shop asks a second factor of who has these rights: those that run it or approve for others. */
export function debeTenerSegundoFactor(permisos: readonly Permiso[]): boolean {
  if (env().SEGUNDO_FACTOR !== 'obligatorio') return false;
  return permisos.includes('usuario:editar') || permisos.includes('aprobacion:resolver');
}
