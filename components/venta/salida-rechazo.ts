import type { Rechazo } from './use-cobro';

/** What the counter can do about a refusal. */
export type Remedios = {
  ingresar: () => void;
  irACaja: () => void;
  /** Takes the catalogue's price and goes on with the charge. */
  usarPrecioActual: (llave: string) => void;
  /** Back to the ticket, to type how many. */
  corregirCantidad: (llave: string) => void;
  verLinea: (llave: string) => void;
};

/** The way out that is offered beside a refusal, or `null` when its sentence is all there is. */
export function salidaDe(
  rechazo: Rechazo,
  llaves: readonly string[],
  remedios: Remedios,
): { texto: string; hacer: () => void } | null {
  if (rechazo.code === 'sesion_cerrada' || rechazo.code === 'especialidad') {
    return { texto: 'Ir a Caja', hacer: remedios.irACaja };
  }
  if (rechazo.code === 'no_autenticado') return { texto: 'Ingresar de nuevo', hacer: remedios.ingresar };
  const llave = rechazo.linea === null ? undefined : llaves[rechazo.linea];
  if (llave === undefined) return null;
  switch (rechazo.code) {
    case 'precio_cambio':
      return { texto: 'Usar el precio actual', hacer: () => remedios.usarPrecioActual(llave) };
    case 'stock_insuficiente':
      return { texto: 'Corregir la cantidad', hacer: () => remedios.corregirCantidad(llave) };
    default:
      return { texto: 'Ver esa línea', hacer: () => remedios.verLinea(llave) };
  }
}
