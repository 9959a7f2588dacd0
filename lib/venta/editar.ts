import type { Context } from '@/lib/context';
import { ValidacionError } from '@/lib/errors';
import { anularVenta } from './anular';
import { editarPagoVenta } from './editar-pago';
import { EditarVentaInput, type VentaDto } from './schemas';

/** The contract's PATCH: `estado_venta: "ANULADA"` voids, `metodo_pago` moves the money; one of the two. A void needs its motive. */
export async function editarVenta(ctx: Context, raw: unknown): Promise<VentaDto> {
  const { id, estado_venta, metodo_pago, motivo_edicion } = EditarVentaInput.parse(raw);
  const anula = estado_venta === 'ANULADA';
  if (anula && metodo_pago) throw new ValidacionError('Se puede anular o cambiar el pago, no ambos a la vez.');
  if (anula) return anularVenta(ctx, { id, motivo_edicion });
  if (metodo_pago) return editarPagoVenta(ctx, { id, metodo_pago, motivo_edicion });
  throw new ValidacionError('Falta qué cambiar del ticket: estado_venta o metodo_pago.');
}
