import { puede } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { PermisoError } from '@/lib/errors';

/** Whether the actor works in a branch: the request's, one they were given, or any. */
export function trabajaEn(ctx: Context, idSucursal: number): boolean {
  return idSucursal === ctx.idSucursal || ctx.actor.sucursales.includes(idSucursal) || puede(ctx, 'sucursal:todas');
}

/** The branch that a read is about: the one asked for, if the actor works there, else the request's. Throws PermisoError. */
export function sucursalPedida(ctx: Context, idSucursal: number | undefined): number {
  if (idSucursal === undefined) return ctx.idSucursal;
  if (!trabajaEn(ctx, idSucursal)) throw new PermisoError('Su rol no alcanza a esa sucursal.');
  return idSucursal;
}

/** The branches that the actor may look into; `null` means all of them. */
export function sucursalesVisibles(ctx: Context): number[] | null {
  return puede(ctx, 'sucursal:todas') ? null : [...new Set([ctx.idSucursal, ...ctx.actor.sucursales])];
}
