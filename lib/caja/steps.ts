import type { Tx } from '@/db/transaction';
import type { Exceso } from '@/lib/aprobacion/schemas';
import { puede } from '@/lib/auth/permisos';
import { alcanza, fraseDeLimite } from '@/lib/auth/topes';
import type { Context, HechoEnCurso } from '@/lib/context';
import { cuentaDe, cuentaGaveta } from '@/lib/libro/cuentas';
import { SesionCerradaError, SesionContandoError } from '@/lib/libro/errors';
import { formatBs } from '@/lib/money';
import type { SucursalDeTicket } from '@/lib/sucursal/schemas';
import { EspecialidadError, SesionAjenaError, SesionNoEncontradaError } from './errors';
import type { Reader } from './read';
import { admite, type Documento, despuesDe, type Especialidad, type Paso, type Situacion, situacionDe } from './rules';
import { sesionDeTrabajo, trabajaEn } from './trabajo';

/** An open session, locked so that it cannot close before the caller commits. */
export type SesionAbierta = {
  id: number;
  idCaja: number;
  caja: string;
  especialidad: Especialidad;
  idSucursal: number;
  sucursal: SucursalDeTicket;
  /** The responsible person. */
  idUsuario: number;
  redondeoEfectivo: boolean;
  /** The caja's own limit of cash out, in centavos; `null`: only the role's. */
  egresoMaximo: number | null;
  fechaApertura: Date;
  /** Always, but for what already happened and arrives when it is closed. */
  abierta: boolean;
};

type FilaAbierta = Omit<SesionAbierta, 'fechaApertura'> & {
  fechaApertura: string;
  abierta: boolean;
  contando: boolean;
  trabaja: boolean;
};

/**
 * Locks the session `FOR SHARE`: documents run side by side and the close waits for them. A document is made by who answers
 * for the session, by who is admitted to it, or by who may also close it for another; its author is whoever makes it. `para`
 * says which document it is for, so that no caja takes what it does not attend; `null` when no cash moves. What already
 * happened (`ctx.hecho`) is let in with an incidencia, also when the session is closed: `abierta` tells.
 * Throws SesionNoEncontradaError (also for another branch's), SesionAjenaError, SesionCerradaError, SesionContandoError and
 * EspecialidadError.
 */
export async function lockSesionAbierta(
  tx: Tx,
  ctx: Context,
  idSesion: number,
  para: Documento | null,
): Promise<SesionAbierta> {
  const [fila] = await tx.sql<FilaAbierta[]>`
    select s.id, s.id_caja as "idCaja", c.nombre as caja, c.especialidad, c.id_sucursal as "idSucursal", jsonb_build_object('id', u.id, 'nombre', u.nombre, 'direccion', u.direccion, 'telefono', u.telefono,
        'texto_encabezado', u.texto_encabezado, 'texto_pie', u.texto_pie, 'dias_devolucion', u.dias_devolucion) as sucursal,
      s.id_usuario as "idUsuario", u.redondeo_efectivo as "redondeoEfectivo", s.fecha_apertura as "fechaApertura", c.egreso_maximo as "egresoMaximo",
      s.estado_sesion = 'ABIERTA' as abierta, s.contando_desde is not null as contando, ${trabajaEn(tx.sql, ctx)} as trabaja
    from sesion_caja s join caja c on c.id = s.id_caja join sucursal u on u.id = c.id_sucursal
    where s.id = ${idSesion} for share of s`;
  if (!fila) throw new SesionNoEncontradaError();
  if (fila.idSucursal !== ctx.idSucursal && !puede(ctx, 'sucursal:todas')) throw new SesionNoEncontradaError();
  if (ctx.hecho) contarIncidencias(ctx, ctx.hecho, fila, para);
  else {
    if (!fila.trabaja && !puede(ctx, 'caja:cerrar_ajena')) throw new SesionAjenaError();
    requirePaso(situacionDe(fila), para ? 'operar' : 'admitir');
    if (para) requireEspecialidad(fila, para);
  }
  return { ...fila, fechaApertura: new Date(fila.fechaApertura) };
}

function contarIncidencias(ctx: Context, hecho: HechoEnCurso, fila: FilaAbierta, para: Documento | null): void {
  if (!fila.trabaja && !puede(ctx, 'caja:cerrar_ajena'))
    hecho.incidencia('autor', `${ctx.actor.nombre} no atendía en esta sesión de ${fila.caja}.`);
  if (para && !admite(fila.especialidad, para))
    hecho.incidencia('especialidad', `${fila.caja} ya no atiende este tipo de operación.`);
  if (!fila.abierta)
    hecho.incidencia(
      'sesion_cerrada',
      `Llegó con la sesión de ${fila.caja} ya cerrada: su efectivo corrige el sobrante o el faltante de ese cierre.`,
    );
}

/**
 * The account where the cash of a session's document goes (+) or comes from (−): its drawer; once closed, the difference of
 * its close, because the drawer already equals the count. The same when the drawer does not hold it (`sinGaveta`).
 */
export function cuentaDeEfectivo(
  sesion: Pick<SesionAbierta, 'idCaja' | 'idSucursal' | 'abierta'>,
  importe: number,
  sinGaveta = false,
): string {
  if (sesion.abierta && !sinGaveta) return cuentaGaveta(sesion.idCaja);
  return cuentaDe(importe > 0 ? 'sobrante' : 'faltante', sesion.idSucursal);
}

/** Throws SesionCerradaError or SesionContandoError unless the session's life has this step. */
export function requirePaso(situacion: Situacion, paso: Paso): void {
  if (despuesDe(situacion, paso)) return;
  throw situacion === 'CERRADA' ? new SesionCerradaError() : new SesionContandoError();
}

/** Throws EspecialidadError unless the caja takes this kind of document. */
function requireEspecialidad(sesion: Pick<SesionAbierta, 'especialidad' | 'caja'>, documento: Documento): void {
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
export async function lockSesionDeTrabajo(
  tx: Tx,
  ctx: Context,
  idSucursal: number,
  para: Documento | null,
): Promise<SesionAbierta | null> {
  const id = await sesionDeTrabajo(tx.sql, ctx, idSucursal);
  return id === null ? null : lockSesionAbierta(tx, { ...ctx, idSucursal }, id, para);
}

/** A session, open or closed, in which the actor works: for what is noted and moves nothing, so that it locks nothing. */
export type SesionDeHecho = { id: number; idCaja: number; caja: string; idSucursal: number; abierta: boolean };

/**
 * Where it was noted, whoever was admitted since for what already happened (`ctx.hecho`). Throws SesionNoEncontradaError
 * (also for another branch's) and SesionAjenaError.
 */
export async function requireTrabajaEnSesion(tx: Tx, ctx: Context, idSesion: number): Promise<SesionDeHecho> {
  const [fila] = await tx.sql<(SesionDeHecho & { trabaja: boolean })[]>`
    select s.id, s.id_caja as "idCaja", c.nombre as caja, c.id_sucursal as "idSucursal", s.estado_sesion <> 'CERRADA' as abierta,
      ${trabajaEn(tx.sql, ctx)} as trabaja
    from sesion_caja s join caja c on c.id = s.id_caja where s.id = ${idSesion}`;
  if (!fila || (fila.idSucursal !== ctx.idSucursal && !puede(ctx, 'sucursal:todas')))
    throw new SesionNoEncontradaError();
  const { trabaja, ...sesion } = fila;
  if (!trabaja && !ctx.hecho && !puede(ctx, 'caja:cerrar_ajena')) throw new SesionAjenaError();
  return sesion;
}

/**
 * What of an amount that leaves a drawer the actor may not take out alone: over their role's cap, or over the caja's own
 * limit, which holds everybody but who sets it.
 */
export function excesoDeEgreso(ctx: Context, sesion: Pick<SesionAbierta, 'egresoMaximo'>, monto: number): Exceso[] {
  const limite = puede(ctx, 'caja:administrar') ? null : sesion.egresoMaximo;
  if (alcanza(ctx, 'caja:mover', monto) && (limite === null || monto <= limite)) return [];
  const porque = alcanza(ctx, 'caja:mover', monto)
    ? `esta caja permite hasta ${formatBs(limite ?? 0)}`
    : fraseDeLimite(ctx, 'caja:mover');
  return [{ permiso: 'caja:mover', cuanto: monto, monto, frase: `Egreso de ${formatBs(monto)}; ${porque}` }];
}

/** The condition over `s` and `c` that keeps sessions where one does not work from whoever lacks `caja:ver`. */
export function sesionVisibleA(sql: Reader, ctx: Context) {
  const propia = trabajaEn(sql, ctx);
  if (!puede(ctx, 'caja:ver')) return propia;
  return puede(ctx, 'sucursal:todas') ? sql`true` : sql`(${propia} or c.id_sucursal = ${ctx.idSucursal})`;
}
