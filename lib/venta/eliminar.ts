import { z } from 'zod';
import type { Context } from '@/lib/context';
import { autoria, idDeFila, texto } from '@/lib/validation';
import { anularVenta } from './anular';
import type { VentaDto } from './schemas';

const EliminarVentaInput = z.strictObject({ id: idDeFila, motivo_edicion: texto({ min: 3 }).optional(), ...autoria });

/** The contract's DELETE: a void, with a stock motive when the client sends none. Nothing is ever deleted. */
export async function eliminarVenta(ctx: Context, raw: unknown): Promise<VentaDto> {
  const { id, motivo_edicion = 'Anulada sin motivo escrito' } = EliminarVentaInput.parse(raw);
  return anularVenta(ctx, { id, motivo_edicion });
}
