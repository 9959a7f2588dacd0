import type { Tx } from '@/db/transaction';
import type { Permiso } from '@/lib/auth/permisos';
import type { Topes } from '@/lib/auth/topes';

/** Who acts: a signed-in person with the rights of the role at the time of the request. */
export type Actor = Readonly<{
  idUsuario: number;
  nombre: string;
  email: string;
  idRol: number;
  rol: string;
  /** Their own branch. */
  idSucursal: number;
  /** Their own branch and the others they were given. */
  sucursales: readonly number[];
  /** The rights in the branch of the request. */
  permisos: ReadonlySet<Permiso>;
  /** Those of them that end at one's own branches. */
  soloPropias: ReadonlySet<Permiso>;
  topes: Topes;
  /** `pin`: came by the counter's PIN, and has the rights of the counter alone. */
  nivel: 'clave' | 'pin';
  /** Until they choose a password of their own nothing else is answered. */
  debeCambiarClave: boolean;
  /** The caja session that a sign-in by PIN works in. */
  idSesionCaja?: number;
  /** The screen of this sign-in is locked: nothing but unlocking, switching and leaving is answered. */
  bloqueada?: boolean;
  /** The shop asks a second factor of whoever has these rights, and they have none yet. */
  faltaSegundoFactor?: boolean;
}>;

/**
 * The act already happened at a counter, without network: it posts, and what does not fit is told here, never refused. Its
 * actor is its author, and its `ahora` when it happened.
 */
export type HechoEnCurso = Readonly<{
  /** What its paper says. */
  folio: { serie: string; numero: number } | null;
  /** The series of its device: a paper of any other is not numbered by it. */
  serie: string;
  idSesion: number | null;
  recibidoEn: Date;
  /** The drawer does not hold the cash that went out: it goes to what is missing of the session. */
  sinGaveta: boolean;
  /** Since when a price may have been in force for its device to show it. */
  preciosDesde(tx: Tx): Promise<Date>;
  incidencia(tipo: string, frase: string): void;
  /** Sent with the claim of the key, before any other lock. Begins again when the transaction does. */
  empezar(tx: Tx): Promise<unknown>;
  /** Sent with the writes of the act. */
  terminar(tx: Tx, respuesta: unknown): Promise<unknown>;
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
  /** Only of what a device tells afterwards. */
  hecho?: HechoEnCurso;
  /** Called when `clave` was already done and the first answer is given again. */
  onReplay?: () => void;
}>;
