import { and, asc, eq, inArray } from 'drizzle-orm';
import { db } from '@/db';
import { sucursal } from '@/db/schema/sucursal';
import { cortarPagina, type Page } from '@/lib/action/page';
import { puede, requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { SucursalNoEncontradaError } from './errors';
import { sucursalDto } from './read';
import { IdSucursalInput, ListarSucursalesQuery, type SucursalDto } from './schemas';

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

/** The branches where the actor may work, by name, for clients of the API. All of them unless `limite` says. */
export async function paginaDeSucursales(ctx: Context, raw: unknown): Promise<Page<SucursalDto>> {
  const { buscar = '', ...q } = ListarSucursalesQuery.parse(raw);
  const todas = await listarSucursales(ctx);
  return cortarPagina(
    todas.filter((s) => s.nombre.toLowerCase().includes(buscar.toLowerCase())),
    q,
  );
}

/** One branch. Throws PermisoError, SucursalNoEncontradaError. */
export async function leerSucursal(ctx: Context, raw: unknown): Promise<SucursalDto> {
  requirePermiso(ctx, 'sucursal:administrar');
  const { id } = IdSucursalInput.parse(raw);
  const suya = (await listarSucursales(ctx)).find((s) => s.id === id);
  if (!suya) throw new SucursalNoEncontradaError();
  return suya;
}

/** How the labels of the scales of the branch that one works in are read. */
export async function formatosDeBalanza(ctx: Context): Promise<string[]> {
  return (await listarSucursales(ctx)).find((s) => s.id === ctx.idSucursal)?.formatos_balanza ?? [];
}

/** Every other branch by its name, to ask goods of or send them to: also those where the actor does not work. */
export async function otrasSucursales(ctx: Context): Promise<{ id: number; nombre: string }[]> {
  requirePermiso(ctx, 'inventario:transferir');
  const filas = await (ctx.tx?.db ?? db())
    .select({ id: sucursal.id, nombre: sucursal.nombre })
    .from(sucursal)
    .where(eq(sucursal.estado, true))
    .orderBy(asc(sucursal.nombre));
  return filas.filter((s) => s.id !== ctx.idSucursal);
}
