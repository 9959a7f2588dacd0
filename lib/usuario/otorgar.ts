import { and, eq, inArray } from 'drizzle-orm';
import { sucursal } from '@/db/schema/sucursal';
import { rol } from '@/db/schema/usuario';
import type { Tx } from '@/db/transaction';
import { abarca, derechosQueFaltan } from '@/lib/auth/alcance';
import type { Context } from '@/lib/context';
import { NoEncontradoError } from '@/lib/errors';
import { RolMayorError, RolNoEncontradoError, SucursalAjenaError } from './errors';
import type { DerechosDeRol } from './lock';

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

/**
 * Branches that exist, and where the actor works: nobody gives others without `sucursal:todas`.
 * Throws PermisoError, NoEncontradoError.
 */
export async function requireSucursales(tx: Tx, ctx: Context, ids: readonly number[]): Promise<void> {
  if (!abarca(ctx.actor, { sucursales: ids })) throw new SucursalAjenaError();
  const distintas = [...new Set(ids)];
  const hay = await tx.db
    .select({ id: sucursal.id })
    .from(sucursal)
    .where(and(inArray(sucursal.id, distintas), eq(sucursal.estado, true)));
  if (hay.length < distintas.length) throw new NoEncontradoError('La sucursal no existe.');
}

/** Writes the branches where a person works besides their own. */
export async function ponerSucursales(tx: Tx, idUsuario: number, idSucursal: number, otras: readonly number[]) {
  await tx.sql`delete from usuario_sucursal where id_usuario = ${idUsuario}`;
  const ids = otras.filter((s) => s !== idSucursal);
  if (ids.length === 0) return;
  await tx.sql`insert into usuario_sucursal (id_usuario, id_sucursal) select ${idUsuario}, unnest(${ids}::int[])`;
}
