import { and, asc, eq, inArray } from 'drizzle-orm';
import { db } from '@/db';
import { sucursal } from '@/db/schema/sucursal';
import { puede } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { sucursalDto } from './read';
import type { SucursalDto } from './schemas';

/** The branches where the actor may work, by name: all of them with `sucursal:todas`, else those they were given. */
export async function listarSucursales(ctx: Context): Promise<SucursalDto[]> {
  const propia = puede(ctx, 'sucursal:todas') ? undefined : inArray(sucursal.id, [...ctx.actor.sucursales]);
  const filas = await (ctx.tx?.db ?? db())
    .select()
    .from(sucursal)
    .where(and(eq(sucursal.estado, true), propia))
    .orderBy(asc(sucursal.nombre));
  return filas.map(sucursalDto);
}
