import { and, eq, inArray } from 'drizzle-orm';
import { sucursal } from '@/db/schema/sucursal';
import type { Tx } from '@/db/transaction';
import { abarca } from '@/lib/auth/alcance';
import type { Context } from '@/lib/context';
import { NoEncontradoError } from '@/lib/errors';
import { SucursalAjenaError } from './errors';

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
