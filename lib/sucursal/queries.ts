import { and, asc, eq } from 'drizzle-orm';
import { db } from '@/db';
import { sucursal } from '@/db/schema/sucursal';
import { puede } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { sucursalDto } from './read';
import type { SucursalDto } from './schemas';

/** The branches where the actor may work, by name: all of them with `sucursal:todas`, else the actor's own. */
export async function listarSucursales(ctx: Context): Promise<SucursalDto[]> {
  const propia = puede(ctx, 'sucursal:todas') ? undefined : eq(sucursal.id, ctx.actor.idSucursal);
  const filas = await (ctx.tx?.db ?? db())
    .select()
    .from(sucursal)
    .where(and(eq(sucursal.estado, true), propia))
    .orderBy(asc(sucursal.nombre));
  return filas.map(sucursalDto);
}
