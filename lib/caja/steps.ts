import type { Tx } from '@/db/transaction';
import { puede } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { SesionCerradaError } from '@/lib/libro/errors';
import { EspecialidadError, SesionNoEncontradaError } from './errors';
import { admite, type Documento, type Especialidad } from './rules';

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

/**
 * Locks the session `FOR SHARE`: documents run side by side and the close waits for them.
 * Throws SesionNoEncontradaError (also for another branch's) and SesionCerradaError.
 */
export async function lockSesionAbierta(tx: Tx, ctx: Context, idSesion: number): Promise<SesionAbierta> {
  const [fila] = await tx.sql<(Omit<SesionAbierta, 'fechaApertura'> & { fechaApertura: string; estado: string })[]>`
    select s.id, s.id_caja as "idCaja", c.nombre as caja, c.especialidad, c.id_sucursal as "idSucursal", jsonb_build_object('id', u.id, 'nombre', u.nombre, 'direccion', u.direccion, 'telefono', u.telefono) as sucursal,
      s.id_usuario as "idUsuario", u.redondeo_efectivo as "redondeoEfectivo", s.fecha_apertura as "fechaApertura",
      s.estado_sesion as estado
    from sesion_caja s join caja c on c.id = s.id_caja join sucursal u on u.id = c.id_sucursal
    where s.id = ${idSesion} for share of s`;
  if (!fila) throw new SesionNoEncontradaError();
  if (fila.idSucursal !== ctx.idSucursal && !puede(ctx, 'sucursal:todas')) throw new SesionNoEncontradaError();
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
