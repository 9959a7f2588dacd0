import type { LineaVendida } from '@/lib/offline/charge';
import { localCounter } from '@/lib/offline/local';
import { precioCatalogo, type Ticket } from './ticket';

/** The lines of a ticket as its charge needs them, with what this device believes is left of each product. */
export function lineasVendidas({ lineas }: Ticket): LineaVendida[] {
  const local = localCounter();
  return lineas.map((linea) => {
    const { producto, presentacion, nuevo } = linea;
    const { id, nombre, unidad } = producto;
    const hoy = nuevo ? undefined : local.copia?.index.get(id);
    return {
      id: nuevo ? null : id,
      nombre,
      unidad,
      presentacion,
      precio: precioCatalogo(linea),
      existencia: hoy ? local.existenciaDe(hoy).existencia : 0,
    };
  });
}
