import type { Tx } from '@/db/transaction';
import { requireSubordinado } from '@/lib/auth/subordinado';
import type { Context } from '@/lib/context';
import { DIRECCION } from '@/lib/rol/steps';
import { ConCajaAbiertaError, UsuarioNoEncontradoError } from './errors';

/** Somebody, held until the transaction ends. */
export type UsuarioBloqueado = {
  id: number;
  name: string;
  email: string;
  idRol: number;
  idSucursal: number;
  sucursales: number[];
  estado: boolean;
  /** They can run people and roles today. */
  dirige: boolean;
};

/**
 * Holds the row of somebody whom the actor may act on; with `tambienDeBaja`, also of who no longer works here. Oneself is
 * always found. Throws UsuarioNoEncontradoError, OtraSucursalError, MasDerechosError.
 */
export async function lockUsuario(
  tx: Tx,
  ctx: Context,
  id: number,
  { tambienDeBaja = false } = {},
): Promise<UsuarioBloqueado> {
  const [fila] = await tx.sql<UsuarioBloqueado[]>`
    select u.id, u.name, u.email, u.id_rol as "idRol", u.id_sucursal as "idSucursal", u.estado, array(
      select x.id_sucursal from usuario_sucursal x where x.id_usuario = u.id order by 1) as sucursales,
      u.estado and r.estado and r.permisos @> ${[...DIRECCION]}::text[] as dirige
    from usuario u join rol r on r.id = u.id_rol where u.id = ${id} for update of u`;
  if (!fila) throw new UsuarioNoEncontradoError();
  if (id !== ctx.actor.idUsuario) await requireSubordinado({ ...ctx, tx }, id);
  if (!fila.estado && !tambienDeBaja) throw new UsuarioNoEncontradoError();
  return fila;
}

/** Whether a person answers for an open drawer. Throws ConCajaAbiertaError. */
export async function requireSinCaja(tx: Tx, { id, name }: { id: number; name: string }): Promise<void> {
  const abiertas = await tx.sql`
    select 1 from sesion_caja where id_usuario = ${id} and estado_sesion = 'ABIERTA' limit 1`;
  if (abiertas.length > 0) throw new ConCajaAbiertaError(name);
}
