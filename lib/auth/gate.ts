import { DebeCambiarClaveError, SegundoFactorObligatorioError, SesionBloqueadaError } from '@/lib/auth/errors';
import type { Permiso } from '@/lib/auth/permisos';
import type { Actor } from '@/lib/context';
import { env } from '@/lib/env';

/** Something that a signed-in person has to do before anything else is answered. */
export type Espera = 'bloqueada' | 'cambiar_clave' | 'segundo_factor';

const ERRORES = {
  bloqueada: SesionBloqueadaError,
  cambiar_clave: DebeCambiarClaveError,
  segundo_factor: SegundoFactorObligatorioError,
} satisfies Record<Espera, new () => Error>;

/**
 * What the person has to do first, leaving out what this door does not mind; `null` when nothing. A sign-in by PIN never was
 * by the password that somebody else chose, and cannot change it: there it does not stand in the way.
 */
export function esperaDe(actor: Actor, durante: readonly Espera[] = []): Espera | null {
  const hay: Record<Espera, boolean> = {
    bloqueada: actor.bloqueada ?? false,
    cambiar_clave: actor.debeCambiarClave && actor.nivel === 'clave',
    segundo_factor: actor.faltaSegundoFactor ?? false,
  };
  const enOrden: Espera[] = ['bloqueada', 'cambiar_clave', 'segundo_factor'];
  return enOrden.find((espera) => hay[espera] && !durante.includes(espera)) ?? null;
}

/**
 * The door's second question, after who: whether anything stands before the act. `durante` are the waits in which this door
 * answers all the same. Throws SesionBloqueadaError, DebeCambiarClaveError, SegundoFactorObligatorioError.
 */
export function requireSinEspera(actor: Actor, durante: readonly Espera[] = []): void {
  const espera = esperaDe(actor, durante);
  if (espera) throw new ERRORES[espera]();
}

/** Whether the shop asks a second factor of who has these rights: those that run it or approve for others. */
export function debeTenerSegundoFactor(permisos: readonly Permiso[]): boolean {
  if (env().SEGUNDO_FACTOR !== 'obligatorio') return false;
  return permisos.includes('usuario:editar') || permisos.includes('aprobacion:resolver');
}
