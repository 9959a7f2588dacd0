import type { IdAccion } from './acciones';
import type { Linea } from './ticket';
import type { Ultima } from './use-ultima';

type Ahora = {
  /** The highlighted line. */
  elegida: Linea | null;
  hayLineas: boolean;
  ultima: Ultima | null;
  puedeAnular: boolean;
  /** A code that nobody knew waits, and who is here may name it. */
  hayPorNombrar: boolean;
};

const DE_LA_LINEA: ReadonlySet<IdAccion> = new Set<IdAccion>([
  'cantidad',
  'sumar',
  'restar',
  'subir',
  'bajar',
  'descuento',
  'nota',
  'quitar',
]);
const DEL_TICKET: ReadonlySet<IdAccion> = new Set<IdAccion>(['cobrar', 'descuentoTicket', 'notaTicket', 'vaciar']);

/** Whether an act has something to be done to, as the counter is now. */
export function sePuede(id: IdAccion, { elegida, hayLineas, ultima, puedeAnular, hayPorNombrar }: Ahora): boolean {
  if (DE_LA_LINEA.has(id)) return elegida !== null;
  if (DEL_TICKET.has(id)) return hayLineas;
  const venta = ultima?.hecha.venta;
  switch (id) {
    case 'nombrar':
      return hayPorNombrar;
    case 'precio':
      return elegida !== null && !elegida.nuevo;
    case 'presentacion':
      return (elegida?.producto.presentaciones?.length ?? 0) > 0;
    case 'imprimir':
      return venta !== undefined;
    case 'repetir':
      return (ultima?.lineas.length ?? 0) > 0;
    case 'anular':
      return puedeAnular && venta !== undefined && venta.estado_venta !== 'ANULADA';
    default:
      return true;
  }
}
