import { type SqlClient, sqlClient } from '@/db';
import type { Tx } from '@/db/transaction';
import type { Permiso } from '@/lib/auth/permisos';
import { TtlCache } from '@/lib/auth/ttl-cache';
import type { Actor, Context } from '@/lib/context';

const VIDA_MS = 15_000;
const MAXIMO = 5_000;

// On globalThis: pages, routes and middleware are bundled apart, and a revocation must reach them all.
const global = globalThis as typeof globalThis & { __kantutaPrincipal?: TtlCache<Promise<Actor | null>> };

function cache(): TtlCache<Promise<Actor | null>> {
  global.__kantutaPrincipal ??= new TtlCache(MAXIMO, VIDA_MS);
  return global.__kantutaPrincipal;
}

/**
 * The person behind a sign-in, with the rights of the role today; `null` when the sign-in ended, was revoked, or the
 * person or the role is inactive. Remembered 15 s per process, so a revocation is seen everywhere within that.
 */
export function principalDeSesion(sid: string): Promise<Actor | null> {
  const conocido = cache().get(sid);
  if (conocido) return conocido;
  const leido = leerPrincipal(sid);
  cache().set(sid, leido);
  leido.catch(() => cache().delete(sid));
  return leido;
}

/** Forgets what is remembered of a sign-in (it was just revoked); without `sid`, of all of them. */
export function olvidarPrincipal(sid?: string): void {
  if (sid) cache().delete(sid);
  else cache().clear();
}

/** What a row must bring to become an actor. */
export type FilaActor = {
  id: number;
  name: string;
  email: string;
  id_rol: number;
  rol: string;
  id_sucursal: number;
  permisos: Permiso[];
};

/** The actor of a row of usuario and its rol. */
export function actorDeFila(fila: FilaActor): Actor {
  return {
    idUsuario: fila.id,
    nombre: fila.name,
    email: fila.email,
    idRol: fila.id_rol,
    rol: fila.rol,
    idSucursal: fila.id_sucursal,
    permisos: new Set(fila.permisos),
  };
}

/** As `principalDeSesion`, read now, through the transaction given or the pool. */
export async function leerPrincipal(sid: string, sql: SqlClient | Tx['sql'] = sqlClient()): Promise<Actor | null> {
  const [fila] = await sql<FilaActor[]>`
    select u.id, u.name, u.email, u.id_rol, r.nombre as rol, u.id_sucursal, r.permisos
    from sesion_acceso s join usuario u on u.id = s.id_usuario join rol r on r.id = u.id_rol
    where s.sid = ${sid}::uuid and s.revocada_en is null and s.expira_en > now() and u.estado and r.estado`;
  return fila ? actorDeFila(fila) : null;
}

/** The people behind several sign-ins, read now in one query; those that ended are not in the answer. */
export async function leerPrincipales(sids: readonly string[]): Promise<Map<string, Actor>> {
  const filas = await sqlClient()<(FilaActor & { sid: string })[]>`
    select s.sid, u.id, u.name, u.email, u.id_rol, r.nombre as rol, u.id_sucursal, r.permisos
    from sesion_acceso s join usuario u on u.id = s.id_usuario join rol r on r.id = u.id_rol
    where s.sid = any(${[...sids]}::uuid[]) and s.revocada_en is null and s.expira_en > now() and u.estado and r.estado`;
  return new Map(filas.map((fila) => [fila.sid, actorDeFila(fila)]));
}

/** The context of a request by this person. The branch is their own unless another is given. */
export function buildContext(
  actor: Actor,
  pedido: Pick<Context, 'ahora' | 'requestId'> & Partial<Omit<Context, 'actor'>>,
): Context {
  return { idSucursal: actor.idSucursal, clave: null, ip: null, dispositivo: null, ...pedido, actor };
}
