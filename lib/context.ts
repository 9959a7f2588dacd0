import type { Tx } from '@/db/transaction';
import type { Permiso } from '@/lib/auth/permisos';

/** Who acts: a signed-in person with the rights of the role at the time of the request. */
export type Actor = Readonly<{
  idUsuario: number;
  nombre: string;
  email: string;
  idRol: number;
  rol: string;
  idSucursal: number;
  permisos: ReadonlySet<Permiso>;
}>;

/** Everything a verb knows of its caller. `ahora` is injected: verbs never read the clock. */
export type Context = Readonly<{
  actor: Actor;
  /** The branch of the request: the caja's when there is one, else `X-Sucursal` if allowed, else the actor's. */
  idSucursal: number;
  ahora: Date;
  /** The act's own UUID (`Idempotency-Key`), when the client gave one. */
  clave: string | null;
  requestId: string;
  ip: string | null;
  dispositivo: string | null;
  /** The sign-in (sesion_acceso) the request came by; absent for seeds, workers and tests. */
  sid?: string;
  /** The transaction to join, when a verb calls another. */
  tx?: Tx;
  /** Called when `clave` was already done and the first answer is given again. */
  onReplay?: () => void;
}>;
