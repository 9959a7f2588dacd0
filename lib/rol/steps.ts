import { and, eq } from 'drizzle-orm';
import { type Database, db } from '@/db';
import { rol } from '@/db/schema/usuario';
import type { Tx } from '@/db/transaction';
import { type Derechos, derechosQueFaltan } from '@/lib/auth/alcance';
import type { Permiso } from '@/lib/auth/permisos';
import type { Topes } from '@/lib/auth/topes';
import type { Context } from '@/lib/context';
import { RolMayorError, RolNoEncontradoError, UltimaDireccionError } from './errors';

/** The two rights that together run the people of a shop: somebody must always have them. */
export const DIRECCION = ['rol:administrar', 'usuario:editar'] as const satisfies readonly Permiso[];

/** Whether somebody with these rights can run the people of the shop. */
export function esDireccion(permisos: readonly Permiso[]): boolean {
  return DIRECCION.every((p) => permisos.includes(p));
}

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

/**
 * What may leave the shop without direction happens one at a time: two who demote each other at once are told apart. Taken
 * before any row.
 */
export async function lockDireccion(tx: Tx): Promise<void> {
  await tx.sql`select pg_advisory_xact_lock(hashtext('kantuta.direccion'))`;
}

/** Holds a role, with its rights. Throws RolNoEncontradoError. */
export async function lockRol(tx: Tx, id: number): Promise<DerechosDeRol> {
  const [fila] = await tx.sql<DerechosDeRol[]>`
    select id, nombre, descripcion, de_fabrica as "deFabrica", permisos, solo_propias as "soloPropias", topes
    from rol where id = ${id} and estado for update`;
  if (!fila) throw new RolNoEncontradoError();
  return fila;
}

/**
 * The rights of a role that the actor may give: it is in use and has nothing that they lack. It stays as it is until the
 * transaction ends. Throws RolNoEncontradoError, RolMayorError.
 */
export async function requireRolOtorgable(tx: Tx, ctx: Context, id: number): Promise<DerechosDeRol> {
  const [fila] = await tx.db
    .select()
    .from(rol)
    .where(and(eq(rol.id, id), eq(rol.estado, true)))
    .for('share');
  if (!fila) throw new RolNoEncontradoError();
  const derechos = fila as typeof fila & DerechosDeRol;
  const faltan = derechosQueFaltan(ctx.actor, derechos);
  if (faltan.length > 0) throw new RolMayorError(fila.nombre, faltan);
  return derechos;
}

/** After the write: somebody who works here can still run its people. Throws UltimaDireccionError. */
export async function requireDireccion(tx: Tx): Promise<void> {
  const quedan = await tx.sql`
    select 1 from usuario u join rol r on r.id = u.id_rol
    where u.estado and r.estado and r.permisos @> ${[...DIRECCION]}::text[] limit 1`;
  if (quedan.length === 0) throw new UltimaDireccionError();
}

/** What a role gives, in use or not. */
export async function readDerechos(id: number, con: Database | Tx['db'] = db()): Promise<Derechos> {
  const [fila] = await con.select().from(rol).where(eq(rol.id, id));
  if (!fila) throw new Error(`rol ${id} cannot be read`);
  // What is written in the row was checked on its way in.
  return { permisos: fila.permisos as Permiso[], soloPropias: fila.soloPropias as Permiso[], topes: fila.topes };
}
