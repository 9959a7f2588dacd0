import type { Tx } from '@/db/transaction';
import type { Context } from '@/lib/context';
import { PermisoError } from '@/lib/errors';
import { trabajaEn } from './alcance';
import { PasoNoPermitidoError, TransferenciaNoEncontradaError } from './errors';
import { CICLO, ESTADO_EN_PALABRAS, type EstadoTransferencia, type PasoTransferencia } from './rules';

/** A transfer locked so that nobody else takes a step of it. */
export type TransferenciaBloqueada = {
  id: number;
  numero: number;
  idOrigen: number;
  idDestino: number;
  estado: EstadoTransferencia;
  origen: string;
  destino: string;
};

/** A line of it, by ascending product: the order of the locks. */
export type LineaBloqueada = {
  id: number;
  idProducto: number;
  nombre: string;
  unidad: string;
  pedida: number;
  enviada: number;
  valorEnviado: number;
  recibida: number;
  valorRecibido: number;
  perdida: number;
  valorPerdido: number;
};

/**
 * Locks a transfer for one step of its lifecycle, and reads its lines. Throws TransferenciaNoEncontradaError (also between
 * branches that the actor does not see), PasoNoPermitidoError, PermisoError (the step is of the other branch).
 */
export async function lockTransferencia(
  tx: Tx,
  ctx: Context,
  id: number,
  paso: PasoTransferencia,
): Promise<{ transferencia: TransferenciaBloqueada; lineas: LineaBloqueada[] }> {
  const [t] = await tx.sql<TransferenciaBloqueada[]>`
    select t.id, t.numero, t.id_origen as "idOrigen", t.id_destino as "idDestino", t.estado, o.nombre as origen,
      d.nombre as destino
    from transferencia t join sucursal o on o.id = t.id_origen join sucursal d on d.id = t.id_destino
    where t.id = ${id} for no key update of t`;
  if (!t || !(trabajaEn(ctx, t.idOrigen) || trabajaEn(ctx, t.idDestino))) throw new TransferenciaNoEncontradaError();
  const salto = CICLO[t.estado][paso];
  if (!salto) throw new PasoNoPermitidoError(ESTADO_EN_PALABRAS[t.estado]);
  if (salto.en === 'origen' && !trabajaEn(ctx, t.idOrigen)) throw new PermisoError(`Lo hace ${t.origen}, que envía.`);
  if (salto.en === 'destino' && !trabajaEn(ctx, t.idDestino))
    throw new PermisoError(`Lo hace ${t.destino}, que recibe.`);
  const lineas = await tx.sql<LineaBloqueada[]>`
    select id, id_producto as "idProducto", nombre, unidad, pedida, enviada, valor_enviado as "valorEnviado", recibida,
      valor_recibido as "valorRecibido", perdida, valor_perdido as "valorPerdido"
    from transferencia_linea where id_transferencia = ${id} order by id_producto`;
  return { transferencia: t, lineas };
}
