import type { MetodoPago } from '@/lib/venta/rules';

/** How each method is called on screen and on paper. */
export const NOMBRE_METODO: Record<string, string> = {
  EFECTIVO: 'Efectivo',
  QR: 'QR',
  TRANSFERENCIA: 'Transferencia',
  FIADO: 'Fiado',
};

/** The key that chooses each method in the charge. */
export const TECLA_METODO: Record<string, MetodoPago> = { e: 'EFECTIVO', q: 'QR', t: 'TRANSFERENCIA' };
