import { and, eq } from 'drizzle-orm';
import { sucursal } from '@/db/schema/sucursal';
import type { Tx } from '@/db/transaction';
import { puede } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { SucursalNoEncontradaError } from './errors';
import { sucursalDto } from './read';
import type { SucursalDto } from './schemas';

/** Locks a branch where the actor works, as it is. Throws SucursalNoEncontradaError. */
export async function lockSucursal(tx: Tx, ctx: Context, id: number): Promise<SucursalDto> {
  const [fila] = await tx.db
    .select()
    .from(sucursal)
    .where(and(eq(sucursal.id, id), eq(sucursal.estado, true)))
    .for('no key update');
  if (!fila || !(puede(ctx, 'sucursal:todas') || ctx.actor.sucursales.includes(id)))
    throw new SucursalNoEncontradaError();
  return sucursalDto(fila);
}
