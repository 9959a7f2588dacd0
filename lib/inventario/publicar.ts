import type { Tx } from '@/db/transaction';
import { publish } from '@/lib/realtime/publish';

/** Tells the people of both branches that something of a transfer changed, and of the stock when goods moved there. */
export function publicarTransferencia(
  tx: Tx,
  t: { idOrigen: number; idDestino: number },
  movio?: { idSucursal: number; ids: readonly number[] },
): void {
  publish(tx, { tema: 'inventario', idSucursal: t.idOrigen });
  publish(tx, { tema: 'inventario', idSucursal: t.idDestino });
  if (movio) publish(tx, { tema: 'producto', ...movio });
}
