import type { Tx } from '@/db/transaction';
import type { Context } from '@/lib/context';
import { formatBs } from '@/lib/money';
import {
  AprobacionNoEncontradaError,
  AprobacionPropiaError,
  AprobacionResueltaError,
  AprobacionSobreTopeError,
  AprobacionVencidaError,
} from './errors';
import { ESTADO_EN_PALABRAS, type Estado, estadoVisible, type Momento } from './rules';
import { trabajaEn } from './visible';

/** An approval under its lock. `responsable` is whose difference it is, when it is one. */
export type Bloqueada = {
  id: number;
  idSucursal: number;
  estado: Estado;
  momento: Momento;
  monto: number;
  resumen: string;
  motivo: string | null;
  solicitadaPor: number;
  responsable: number | null;
  vence: Date | null;
};

/** Locks an approval, so that one answer at a time is given. Throws AprobacionNoEncontradaError. */
export async function lockAprobacion(tx: Tx, id: number): Promise<Bloqueada> {
  const [fila] = await tx.sql<(Omit<Bloqueada, 'vence'> & { vence: string | null })[]>`
    select a.id, a.id_sucursal as "idSucursal", a.estado, a.momento, a.monto, a.resumen, a.motivo,
      a.solicitada_por as "solicitadaPor", a.vence_en as vence,
      case when a.tipo_documento = 'sesion_caja' and a.momento = 'DESPUES'
        then (select s.id_usuario from sesion_caja s where s.id = a.id_documento) end as responsable
    from aprobacion a where a.id = ${id} for update of a`;
  if (!fila) throw new AprobacionNoEncontradaError();
  return { ...fila, vence: fila.vence === null ? null : new Date(fila.vence) };
}

/** Throws AprobacionVencidaError or AprobacionResueltaError unless it is in one of these states now. */
export function requireEstado(a: Bloqueada, ahora: Date, ...admitidos: Estado[]): void {
  const estado = estadoVisible(a, ahora);
  if (estado === 'VENCIDA') throw new AprobacionVencidaError();
  if (!admitidos.includes(estado)) throw new AprobacionResueltaError(ESTADO_EN_PALABRAS[estado].toLowerCase());
}

/**
 * Whether this person may answer, their right to answer anything already checked: not their own act, in a branch of
 * theirs, within their cap. Throws AprobacionNoEncontradaError, AprobacionPropiaError, AprobacionSobreTopeError.
 */
export function requireSuperior(superior: Pick<Context, 'actor'>, a: Bloqueada): void {
  const { idUsuario } = superior.actor;
  if (!trabajaEn(superior, a.idSucursal)) throw new AprobacionNoEncontradaError();
  if (idUsuario === a.solicitadaPor || idUsuario === a.responsable) throw new AprobacionPropiaError();
  const tope = superior.actor.topes['aprobacion:resolver'];
  if (tope !== undefined && a.monto > tope) throw new AprobacionSobreTopeError(formatBs(tope));
}
