import { type Permiso, puede } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import type { Fila } from './schemas';

type Lectora = { actor: { permisos: ReadonlySet<Permiso> } };

/** The lines of a description that somebody may read: those that tell an expected figure or a cost need its right. */
export function filasVisibles(ctx: Lectora, filas: readonly Fila[]): { etiqueta: string; valor: string }[] {
  return filas
    .filter((f) => f.permiso === undefined || puede(ctx, f.permiso))
    .map(({ etiqueta, valor }) => ({ etiqueta, valor }));
}

/** Whether the amount at stake may be told: not while a line of it is kept from the reader. */
export function montoVisible(ctx: Lectora, filas: readonly Fila[]): boolean {
  return filas.every((f) => f.permiso === undefined || puede(ctx, f.permiso));
}

/** Whether somebody works in a branch: one of their own, or any of them. */
export function trabajaEn({ actor }: Pick<Context, 'actor'>, idSucursal: number): boolean {
  return actor.sucursales.includes(idSucursal) || actor.permisos.has('sucursal:todas');
}
