import type { Rechazo } from './use-cobro';

/** What the counter can do about a refusal. */
export type Remedios = {
  ingresar: () => void;
  irACaja: () => void;
  /** Takes the catalogue's price and goes on with the charge. */
  usarPrecioActual: (id: number) => void;
  /** Back to the ticket, to type how many. */
  corregirCantidad: (id: number) => void;
  verLinea: (id: number) => void;
};

/** The way out that is offered beside a refusal, or `null` when its sentence is all there is. */
export function salidaDe(
  rechazo: Rechazo,
  idsDeLineas: readonly number[],
  remedios: Remedios,
): { texto: string; hacer: () => void } | null {
  if (rechazo.code === 'sesion_cerrada' || rechazo.code === 'especialidad') {
    return { texto: 'Ir a Caja', hacer: remedios.irACaja };
  }
  if (rechazo.code === 'no_autenticado') return { texto: 'Ingresar de nuevo', hacer: remedios.ingresar };
  const id = rechazo.linea === null ? undefined : idsDeLineas[rechazo.linea];
  if (id === undefined) return null;
  switch (rechazo.code) {
    case 'precio_cambio':
      return { texto: 'Usar el precio actual', hacer: () => remedios.usarPrecioActual(id) };
    case 'stock_insuficiente':
      return { texto: 'Corregir la cantidad', hacer: () => remedios.corregirCantidad(id) };
    default:
      return { texto: 'Ver esa línea', hacer: () => remedios.verLinea(id) };
  }
}
