import type { MetodoPago } from '@/lib/venta/rules';

/** The key that chooses each method in the charge. */
export const TECLA_METODO: Record<string, MetodoPago> = { e: 'EFECTIVO', q: 'QR', t: 'TRANSFERENCIA' };
