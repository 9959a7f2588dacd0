import { type SqlClient, sqlClient } from '@/db';
import type { Tx } from '@/db/transaction';
import { debeTenerSegundoFactor } from '@/lib/auth/gate';
import { PERMISOS_DE_MOSTRADOR, type Permiso } from '@/lib/auth/permisos';
import type { Topes } from '@/lib/auth/topes';
import { TtlCache } from '@/lib/auth/ttl-cache';
import { anotarVista } from '@/lib/auth/vista';
import type { Actor, Context } from '@/lib/context';
import { processWide } from '@/lib/process-wide';

const VIDA_MS = 15_000;
const MAXIMO = 5_000;

/** A revocation reaches whatever asks. */
const cache = () => processWide('principales', () => new TtlCache<Promise<Actor | null>>(MAXIMO, VIDA_MS));

/**
 * The person behind a sign-in, with the rights of the role today; `null` when the sign-in ended, was revoked, or the
 * person or the role is inactive. Remembered 15 s per process, so a revocation is seen everywhere within that.
 */
export function principalDeSesion(sid: string): Promise<Actor | null> {
  const conocido = cache().get(sid);
  if (conocido) return conocido;
  const leido = leerPrincipal(sid);
  cache().set(sid, leido);
  leido.then(
    (actor) => actor && anotarVista(sid),
    () => cache().delete(sid),
  );
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
  sucursales: number[];
  permisos: Permiso[];
  solo_propias: Permiso[];
  topes: Topes;
  debe_cambiar_clave: boolean;
  con_segundo_factor?: boolean;
} & Partial<FilaSesion>;

/** What the sign-in itself brings. */
type FilaSesion = {
  nivel: Actor['nivel'];
  bloqueada: boolean;
  id_sesion_caja: number | null;
  sucursal_caja: number | null;
};

/** The columns of a `FilaActor`, over `usuario u` and `rol r`. */
export function columnasDeActor(sql: SqlClient | Tx['sql']) {
  return sql`u.id, u.name, u.email, u.id_rol, r.nombre as rol, u.id_sucursal, r.permisos, r.solo_propias, r.topes,
    u.debe_cambiar_clave, u.totp_desde is not null as con_segundo_factor,
    array(select x.id_sucursal from usuario_sucursal x where x.id_usuario = u.id order by 1) as sucursales`;
}

/** The actor of a row of usuario and its rol. */
export function actorDeFila(fila: FilaActor): Actor {
  const nivel = fila.nivel ?? 'clave';
  const permisos = nivel === 'pin' ? fila.permisos.filter((p) => PERMISOS_DE_MOSTRADOR.has(p)) : fila.permisos;
  // By PIN one works where the caja is, whatever one's own branch.
  const idSucursal = fila.sucursal_caja ?? fila.id_sucursal;
  return {
    idUsuario: fila.id,
    nombre: fila.name,
    email: fila.email,
    idRol: fila.id_rol,
    rol: fila.rol,
    idSucursal,
    sucursales: [...new Set([idSucursal, fila.id_sucursal, ...fila.sucursales])],
    permisos: new Set(permisos),
    soloPropias: new Set(fila.solo_propias),
    topes: fila.topes,
    nivel,
    debeCambiarClave: fila.debe_cambiar_clave,
    ...(fila.id_sesion_caja ? { idSesionCaja: fila.id_sesion_caja } : {}),
    bloqueada: fila.bloqueada ?? false,
    faltaSegundoFactor: nivel === 'clave' && !fila.con_segundo_factor && debeTenerSegundoFactor(fila.permisos),
  };
}

/**
 * The sign-ins that are good now, over `usuario u`, `rol r` and `sesion_acceso s`. One by PIN ends with its caja session,
 * or when the person is admitted there no more; whoever answers for the drawer has some minutes after the close to read
 * and print it.
 */
function sesionesVigentes(sql: SqlClient | Tx['sql']) {
  return sql`
    sesion_acceso s join usuario u on u.id = s.id_usuario join rol r on r.id = u.id_rol
    left join sesion_caja t on t.id = s.id_sesion_caja left join caja c on c.id = t.id_caja
    where s.revocada_en is null and s.expira_en > now() and u.estado and r.estado and (s.nivel = 'clave' or case
      when t.estado_sesion <> 'ABIERTA' then t.id_usuario = u.id and t.fecha_cierre > now() - interval '5 minutes'
      else t.id_usuario = u.id or exists (select 1 from sesion_caja_admitido x
        where x.id_sesion_caja = t.id and x.id_usuario = u.id and x.retirado_en is null) end)`;
}

/** What a sign-in adds to `columnasDeActor`, over `sesionesVigentes`. */
const columnasDeSesion = (sql: SqlClient | Tx['sql']) =>
  sql`s.nivel, s.bloqueada_en is not null as bloqueada, s.id_sesion_caja, c.id_sucursal as sucursal_caja`;

/** As `principalDeSesion`, read now, through the transaction given or the pool. */
export async function leerPrincipal(sid: string, sql: SqlClient | Tx['sql'] = sqlClient()): Promise<Actor | null> {
  const [fila] = await sql<FilaActor[]>`
    select ${columnasDeActor(sql)}, ${columnasDeSesion(sql)} from ${sesionesVigentes(sql)} and s.sid = ${sid}::uuid`;
  return fila ? actorDeFila(fila) : null;
}

/** The people behind several sign-ins, read now in one query; those that ended are not in the answer. */
export async function leerPrincipales(sids: readonly string[]): Promise<Map<string, Actor>> {
  const sql = sqlClient();
  const filas = await sql<(FilaActor & { sid: string })[]>`
    select s.sid, ${columnasDeActor(sql)}, ${columnasDeSesion(sql)}
    from ${sesionesVigentes(sql)} and s.sid = any(${[...sids]}::uuid[])`;
  return new Map(filas.map((fila) => [fila.sid, actorDeFila(fila)]));
}

/**
 * The context of a request by this person. The branch is their own unless another is given; outside their branches the
 * rights that end there are gone.
 */
export function buildContext(
  actor: Actor,
  pedido: Pick<Context, 'ahora' | 'requestId'> & Partial<Omit<Context, 'actor'>>,
): Context {
  const idSucursal = pedido.idSucursal ?? actor.idSucursal;
  return { clave: null, ip: null, dispositivo: null, ...pedido, idSucursal, actor: actorEn(actor, idSucursal) };
}

function actorEn(actor: Actor, idSucursal: number): Actor {
  if (actor.soloPropias.size === 0 || actor.sucursales.includes(idSucursal)) return actor;
  return { ...actor, permisos: new Set([...actor.permisos].filter((p) => !actor.soloPropias.has(p))) };
}
