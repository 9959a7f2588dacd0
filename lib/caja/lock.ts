import type { Tx } from '@/db/transaction';
import { puede } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { CajaNoEncontradaError } from './errors';
import type { Especialidad } from './rules';

/** A caja, locked so that it neither opens, changes nor disappears before the caller commits. */
export type CajaBloqueada = {
  id: number;
  nombre: string;
  especialidad: Especialidad;
  idSucursal: number;
  sucursal: string;
};

/** Locks a caja that the actor sees (`FOR NO KEY UPDATE`). Throws CajaNoEncontradaError. */
export async function lockCaja(tx: Tx, ctx: Context, idCaja: number): Promise<CajaBloqueada> {
  const [caja] = await tx.sql<CajaBloqueada[]>`
    select c.id, c.nombre, c.especialidad, c.id_sucursal as "idSucursal", su.nombre as sucursal
    from caja c join sucursal su on su.id = c.id_sucursal
    where c.id = ${idCaja} and c.estado for no key update of c`;
  if (!caja) throw new CajaNoEncontradaError();
  if (caja.idSucursal !== ctx.idSucursal && !puede(ctx, 'sucursal:todas')) throw new CajaNoEncontradaError();
  return caja;
}

/** What a drawer holds, in centavos. Read it after the lock, never with it: the lock may have waited. */
export async function saldoGaveta(tx: Tx, idCaja: number): Promise<number> {
  const [cuenta] = await tx.sql<{ saldo: number }[]>`select saldo from cuenta where id_caja = ${idCaja}`;
  if (!cuenta) throw new Error(`caja ${idCaja}: its account is missing`);
  return cuenta.saldo;
}

/** Whether somebody has the caja open. Read it after the lock. */
export async function tieneSesionAbierta(tx: Tx, idCaja: number): Promise<boolean> {
  const abiertas = await tx.sql`select 1 from sesion_caja where id_caja = ${idCaja} and estado_sesion = 'ABIERTA'`;
  return abiertas.length > 0;
}
