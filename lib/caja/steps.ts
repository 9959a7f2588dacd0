import type { Tx } from '@/db/transaction';
import { puede } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { SesionCerradaError } from '@/lib/libro/errors';
import { EspecialidadError, SesionAjenaError, SesionNoEncontradaError } from './errors';
import { admite, type Documento, type Especialidad } from './rules';
import { sesionDeTrabajo, trabajaEn } from './trabajo';

/** An open session, locked so that it cannot close before the caller commits. */
export type SesionAbierta = {
  id: number;
  idCaja: number;
  caja: string;
  especialidad: Especialidad;
  idSucursal: number;
  sucursal: { id: number; nombre: string; direccion: string | null; telefono: string | null };
  /** The responsible person. */
  idUsuario: number;
  redondeoEfectivo: boolean;
  fechaApertura: Date;
};

type FilaAbierta = Omit<SesionAbierta, 'fechaApertura'> & { fechaApertura: string; estado: string; trabaja: boolean };

/**
 * Locks the session `FOR SHARE`: documents run side by side and the close waits for them. A document is made by who answers
 * for the session, by who is admitted to it, or by who may also close it for another; its author is whoever makes it.
 * Throws SesionNoEncontradaError (also for another branch's), SesionAjenaError and SesionCerradaError.
 */
export async function lockSesionAbierta(tx: Tx, ctx: Context, idSesion: number): Promise<SesionAbierta> {
  const [fila] = await tx.sql<FilaAbierta[]>`
    select s.id, s.id_caja as "idCaja", c.nombre as caja, c.especialidad, c.id_sucursal as "idSucursal", jsonb_build_object('id', u.id, 'nombre', u.nombre, 'direccion', u.direccion, 'telefono', u.telefono) as sucursal,
      s.id_usuario as "idUsuario", u.redondeo_efectivo as "redondeoEfectivo", s.fecha_apertura as "fechaApertura",
      s.estado_sesion as estado, ${trabajaEn(tx.sql, ctx)} as trabaja
    from sesion_caja s join caja c on c.id = s.id_caja join sucursal u on u.id = c.id_sucursal
    where s.id = ${idSesion} for share of s`;
  if (!fila) throw new SesionNoEncontradaError();
  if (fila.idSucursal !== ctx.idSucursal && !puede(ctx, 'sucursal:todas')) throw new SesionNoEncontradaError();
  if (!fila.trabaja && !puede(ctx, 'caja:cerrar_ajena')) throw new SesionAjenaError();
  if (fila.estado !== 'ABIERTA') throw new SesionCerradaError();
  return { ...fila, fechaApertura: new Date(fila.fechaApertura) };
}

/** Throws EspecialidadError unless the caja takes this kind of document. */
export function requireEspecialidad(sesion: Pick<SesionAbierta, 'especialidad' | 'caja'>, documento: Documento): void {
  if (!admite(sesion.especialidad, documento)) throw new EspecialidadError(sesion.caja);
}

/** Locks a session `FOR SHARE` in whatever state it is, so that it does not change; tells whether it is open. */
export async function lockSesion(tx: Tx, idSesion: number): Promise<boolean> {
  const [fila] = await tx.sql<{ abierta: boolean }[]>`
    select estado_sesion = 'ABIERTA' as abierta from sesion_caja where id = ${idSesion} for share`;
  if (!fila) throw new SesionNoEncontradaError();
  return fila.abierta;
}

/** As `lockSesionAbierta`, the session where the actor works in a branch; `null` when there is none. */
export async function lockSesionDeTrabajo(tx: Tx, ctx: Context, idSucursal: number): Promise<SesionAbierta | null> {
  const id = await sesionDeTrabajo(tx.sql, ctx, idSucursal);
  return id === null ? null : lockSesionAbierta(tx, { ...ctx, idSucursal }, id);
}
