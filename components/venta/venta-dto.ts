import { centavosDeJson } from '@/lib/money';
import type { VentaDto } from '@/lib/venta/schemas';

/** An amount of the wire in centavos; nothing counts as zero. */
export function centavos(monto: number | null): number {
  return centavosDeJson(monto ?? 0) ?? 0;
}

/** What was taken for the ticket, in centavos: its total with the rounding of its cash. */
export function cobradoDe({ total, redondeo }: Pick<VentaDto, 'total' | 'redondeo'>): number {
  return centavos(total) + centavos(redondeo);
}
