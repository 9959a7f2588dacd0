import { sqlClient } from '@/db';
import { type Permiso, puede } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { NoEncontradoError, PermisoError } from '@/lib/errors';

/** 403: who is to be changed has rights that the actor lacks. */
export class MasDerechosError extends PermisoError {
  constructor() {
    super('Esa persona tiene derechos que usted no tiene: debe hacerlo alguien con un rol mayor.');
  }
}

/**
 * Guards acts on the keys of somebody else: of a branch that the actor sees, and without rights that the actor lacks.
 * Throws NoEncontradoError, MasDerechosError.
 */
export async function requireSubordinado(ctx: Context, id: number): Promise<void> {
  const [fila] = await (ctx.tx?.sql ?? sqlClient())<{ sucursales: number[]; permisos: Permiso[] }[]>`
    select r.permisos, u.id_sucursal || array(
      select x.id_sucursal from usuario_sucursal x where x.id_usuario = u.id) as sucursales
    from usuario u join rol r on r.id = u.id_rol where u.id = ${id}`;
  const visible = puede(ctx, 'sucursal:todas') || fila?.sucursales.some((s) => ctx.actor.sucursales.includes(s));
  if (!fila || !visible) throw new NoEncontradoError('La persona no existe.');
  if (!fila.permisos.every((p) => ctx.actor.permisos.has(p))) throw new MasDerechosError();
}
