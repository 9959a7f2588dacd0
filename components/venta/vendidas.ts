import type { LineaVendida } from '@/lib/offline/charge';
import { localCounter } from '@/lib/offline/local';
import type { Ticket } from './ticket';

/** The lines of a ticket as its charge needs them, with what this device believes is left of each product. */
export function lineasVendidas({ lineas }: Ticket): LineaVendida[] {
  const local = localCounter();
  return lineas.map(({ producto: { id, nombre, unidad, precio } }) => {
    const hoy = local.copia?.index.get(id);
    return { id, nombre, unidad, precio, existencia: hoy ? local.existenciaDe(hoy).existencia : 0 };
  });
}
