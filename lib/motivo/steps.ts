import type { Tx } from '@/db/transaction';
import { abrirCuentaMotivo, type MotivoConCuenta } from '@/lib/libro/cuentas';
import { FaltaDetalleError, MotivoNoEncontradoError } from './errors';

/** What a movement takes of its reason. */
export type MotivoElegido = { id: number; nombre: string; cuenta: string; texto: string };

type Pedido = {
  tipo: 'INGRESO' | 'EGRESO';
  idMotivo: number | null;
  texto: string | null;
  idSucursal: number;
  /** It already happened: a reason that was retired meanwhile is the general one, and nothing more is asked. */
  esHecho?: boolean;
};

/**
 * The reason of a movement and its account in the branch, locked so that it is not retired meanwhile. None named is the
 * general one; nothing written is the reason's own name, unless it asks for more.
 * Throws MotivoNoEncontradoError, FaltaDetalleError.
 */
export async function elegirMotivo(tx: Tx, p: Pedido): Promise<MotivoElegido> {
  const [motivo] = await tx.sql<(MotivoConCuenta & { pideDetalle: boolean })[]>`
    select id, tipo, nombre, tipo_cuenta as "tipoCuenta", general, pide_detalle as "pideDetalle" from motivo_caja
    where tipo = ${p.tipo} and estado and ${p.idMotivo === null ? tx.sql`general` : tx.sql`id = ${p.idMotivo}`} for share`;
  if (!motivo && p.esHecho && p.idMotivo !== null) return elegirMotivo(tx, { ...p, idMotivo: null });
  if (!motivo) throw new MotivoNoEncontradoError();
  if (motivo.pideDetalle && p.texto === null && !p.esHecho) throw new FaltaDetalleError(motivo.nombre);
  const cuenta = await abrirCuentaMotivo(tx, motivo, p.idSucursal);
  return { id: motivo.id, nombre: motivo.nombre, cuenta, texto: p.texto ?? motivo.nombre };
}
