import type { Tx } from '@/db/transaction';
import { puede } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { CajaNoEncontradaError, SesionAjenaError, SesionNoEncontradaError } from './errors';
import { type Especialidad, type Situacion, situacionDe } from './rules';

/** A caja, locked so that it neither opens, changes nor disappears before the caller commits. */
export type CajaBloqueada = {
  id: number;
  nombre: string;
  especialidad: Especialidad;
  idSucursal: number;
  sucursal: string;
  egresoMaximo: number | null;
  diferenciaMaxima: number | null;
  denominaciones: number[] | null;
};

/** Locks a caja that the actor sees (`FOR NO KEY UPDATE`). Throws CajaNoEncontradaError. */
export async function lockCaja(tx: Tx, ctx: Context, idCaja: number): Promise<CajaBloqueada> {
  const [caja] = await tx.sql<CajaBloqueada[]>`
    select c.id, c.nombre, c.especialidad, c.id_sucursal as "idSucursal", su.nombre as sucursal,
      c.egreso_maximo as "egresoMaximo", c.diferencia_maxima as "diferenciaMaxima", c.denominaciones
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

/** A session locked against everything else, and where it is in its life. */
export type SesionPropia = {
  id: number;
  idCaja: number;
  caja: string;
  idSucursal: number;
  idUsuario: number;
  situacion: Situacion;
};

/**
 * Locks a session (`FOR NO KEY UPDATE`: waits for every document that holds it `FOR SHARE`) for who answers for it, or may
 * close it for another. Throws SesionNoEncontradaError, SesionAjenaError.
 */
export async function lockSesionPropia(tx: Tx, ctx: Context, id: number): Promise<SesionPropia> {
  const [s] = await tx.sql<(Omit<SesionPropia, 'situacion'> & { abierta: boolean; contando: boolean })[]>`
    select s.id, s.id_caja as "idCaja", c.nombre as caja, c.id_sucursal as "idSucursal", s.id_usuario as "idUsuario",
      s.estado_sesion = 'ABIERTA' as abierta, s.contando_desde is not null as contando
    from sesion_caja s join caja c on c.id = s.id_caja where s.id = ${id} for no key update of s`;
  if (!s) throw new SesionNoEncontradaError();
  const propia = s.idUsuario === ctx.actor.idUsuario;
  if (!propia && s.idSucursal !== ctx.idSucursal && !puede(ctx, 'sucursal:todas')) throw new SesionNoEncontradaError();
  if (!propia && !puede(ctx, 'caja:cerrar_ajena')) throw new SesionAjenaError();
  return { ...s, situacion: situacionDe(s) };
}
