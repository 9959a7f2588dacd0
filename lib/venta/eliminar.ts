import type { Context } from '@/lib/context';
import { anularVenta } from './anular';
import { EliminarVentaInput, type VentaDto } from './schemas';

/** The contract's DELETE: a void, with a stock motive when the client sends none. Nothing is ever deleted. */
export async function eliminarVenta(ctx: Context, raw: unknown): Promise<VentaDto> {
  const { id, motivo_edicion = 'Anulada sin motivo escrito' } = EliminarVentaInput.parse(raw);
  return anularVenta(ctx, { id, motivo_edicion });
}
