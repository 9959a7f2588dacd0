import type { Tx } from '@/db/transaction';
import type { Context } from '@/lib/context';
import { ConteoCerradoError, ConteoNoEncontradoError } from './errors';
import type { Alcance } from './rules';

/** An open count, locked. */
export type ConteoBloqueado = {
  id: number;
  numero: number;
  idSucursal: number;
  alcance: Alcance;
  idCategoria: number | null;
};

/**
 * Locks an open count of the branch: `for share` to count in it, side by side; `for no key update` to end it, after whoever
 * is counting. Throws ConteoNoEncontradoError, ConteoCerradoError.
 */
export async function lockConteo(
  tx: Tx,
  ctx: Context,
  id: number,
  para: 'contar' | 'cerrar',
): Promise<ConteoBloqueado> {
  const [fila] = await tx.sql<(ConteoBloqueado & { estado: string })[]>`
    select id, numero, id_sucursal as "idSucursal", alcance, id_categoria as "idCategoria", estado from conteo
    where id = ${id} and id_sucursal = ${ctx.idSucursal}
    ${para === 'contar' ? tx.sql`for share` : tx.sql`for no key update`}`;
  if (!fila) throw new ConteoNoEncontradoError();
  if (fila.estado !== 'ABIERTO') throw new ConteoCerradoError(fila.estado);
  return fila;
}
