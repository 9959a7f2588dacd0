import { sqlClient } from '@/db';
import { abarca, alcanzaAVer, type Derechos, derechosQueFaltan } from '@/lib/auth/alcance';
import type { Context } from '@/lib/context';
import { NoEncontradoError, PermisoError } from '@/lib/errors';

/** 403: who is to be changed has rights that the actor lacks. */
export class MasDerechosError extends PermisoError {
  constructor() {
    super('Esa persona tiene derechos que usted no tiene: debe hacerlo alguien con un rol mayor.');
  }
}

/** 403: who is to be changed works also where the actor does not. */
export class OtraSucursalError extends PermisoError {
  constructor() {
    super('Esa persona trabaja también en otra sucursal: debe hacerlo alguien que la dirija.');
  }
}

type Fila = Derechos & { sucursales: number[] };

/**
 * Guards acts on somebody else: of a branch that the actor sees, without branches where the actor does not work, and without
 * rights that the actor lacks or has up to a lower cap. Throws NoEncontradoError, OtraSucursalError, MasDerechosError.
 */
export async function requireSubordinado(ctx: Context, id: number): Promise<void> {
  const [fila] = await (ctx.tx?.sql ?? sqlClient())<Fila[]>`
    select r.permisos, r.solo_propias as "soloPropias", r.topes, u.id_sucursal || array(
      select x.id_sucursal from usuario_sucursal x where x.id_usuario = u.id) as sucursales
    from usuario u join rol r on r.id = u.id_rol where u.id = ${id}`;
  if (!fila || !alcanzaAVer(ctx.actor, fila)) throw new NoEncontradoError('La persona no existe.');
  if (!abarca(ctx.actor, fila)) throw new OtraSucursalError();
  if (derechosQueFaltan(ctx.actor, fila).length > 0) throw new MasDerechosError();
}
