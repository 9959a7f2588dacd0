import { ConflictoError } from '@/lib/errors';
import { formatCantidad } from '@/lib/quantity';

/** There is less than what was asked. `queda` in thousandths. */
export class StockInsuficienteError extends ConflictoError {
  constructor(producto: string, queda: number, campos: Record<string, string> | null = null) {
    super(
      'stock_insuficiente',
      queda > 0 ? `Solo quedan ${formatCantidad(queda)} de ${producto}.` : `No queda ${producto}.`,
      campos,
    );
  }
}
