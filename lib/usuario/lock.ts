import type { Tx } from '@/db/transaction';
import type { Permiso, Topes } from '@/lib/auth/permisos';
import { requireSubordinado } from '@/lib/auth/subordinado';
import type { Context } from '@/lib/context';
import { ConCajaAbiertaError, RolNoEncontradoError, UltimaDireccionError, UsuarioNoEncontradoError } from './errors';
import { DIRECCION } from './rol-rules';

/** A role with its rights, as verbs see it. */
export type DerechosDeRol = {
  id: number;
  nombre: string;
  descripcion: string | null;
  deFabrica: boolean;
  permisos: Permiso[];
  soloPropias: Permiso[];
  topes: Topes;
};

/** Somebody, held until the transaction ends. */
export type UsuarioBloqueado = {
  id: number;
  name: string;
  email: string;
  idRol: number;
  idSucursal: number;
  sucursales: number[];
  estado: boolean;
  /** They can run people and roles today. */
  dirige: boolean;
};

/**
 * What may leave the shop without direction happens one at a time: two who demote each other at once are told apart. Taken
 * before any row.
 */
export async function lockDireccion(tx: Tx): Promise<void> {
  await tx.sql`select pg_advisory_xact_lock(hashtext('kantuta.direccion'))`;
}

/**
 * Holds the row of somebody whom the actor may act on; with `tambienDeBaja`, also of who no longer works here. Oneself is
 * always found. Throws UsuarioNoEncontradoError, OtraSucursalError, MasDerechosError.
 */
export async function lockUsuario(
  tx: Tx,
  ctx: Context,
  id: number,
  { tambienDeBaja = false } = {},
): Promise<UsuarioBloqueado> {
  const [fila] = await tx.sql<UsuarioBloqueado[]>`
    select u.id, u.name, u.email, u.id_rol as "idRol", u.id_sucursal as "idSucursal", u.estado, array(
      select x.id_sucursal from usuario_sucursal x where x.id_usuario = u.id order by 1) as sucursales,
      u.estado and r.estado and r.permisos @> ${[...DIRECCION]}::text[] as dirige
    from usuario u join rol r on r.id = u.id_rol where u.id = ${id} for update of u`;
  if (!fila) throw new UsuarioNoEncontradoError();
  if (id !== ctx.actor.idUsuario) await requireSubordinado({ ...ctx, tx }, id);
  if (!fila.estado && !tambienDeBaja) throw new UsuarioNoEncontradoError();
  return fila;
}

/** Holds a role, with its rights. Throws RolNoEncontradoError. */
export async function lockRol(tx: Tx, id: number): Promise<DerechosDeRol> {
  const [fila] = await tx.sql<DerechosDeRol[]>`
    select id, nombre, descripcion, de_fabrica as "deFabrica", permisos, solo_propias as "soloPropias", topes
    from rol where id = ${id} and estado for update`;
  if (!fila) throw new RolNoEncontradoError();
  return fila;
}

/** Whether a person answers for an open drawer. Throws ConCajaAbiertaError. */
export async function requireSinCaja(tx: Tx, { id, name }: { id: number; name: string }): Promise<void> {
  const abiertas = await tx.sql`
    select 1 from sesion_caja where id_usuario = ${id} and estado_sesion = 'ABIERTA' limit 1`;
  if (abiertas.length > 0) throw new ConCajaAbiertaError(name);
}

/** After the write: somebody who works here can still run its people. Throws UltimaDireccionError. */
export async function requireDireccion(tx: Tx): Promise<void> {
  const quedan = await tx.sql`
    select 1 from usuario u join rol r on r.id = u.id_rol
    where u.estado and r.estado and r.permisos @> ${[...DIRECCION]}::text[] limit 1`;
  if (quedan.length === 0) throw new UltimaDireccionError();
}
