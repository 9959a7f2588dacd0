import { requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { ValidacionError } from '@/lib/errors';
import { writeOnce } from '@/lib/operacion/write-once';
import { TEXTO_MAXIMO } from '@/lib/whatsapp/rules';
import type { EnvioDto } from '@/lib/whatsapp/schemas';
import { encolarMensaje } from '@/lib/whatsapp/steps';
import { leerVenta } from './queries';
import { MandarReciboInput } from './schemas';
import { textoDeRecibo } from './texto-recibo';

/**
 * Sends a ticket's receipt to a number by WhatsApp, as text. Repeatable by `clave`. Throws PermisoError, VentaNoEncontradaError,
 * SinVincularError; ValidacionError when it has more lines than a message admits.
 */
export async function mandarRecibo(ctx: Context, raw: unknown): Promise<EnvioDto> {
  requirePermiso(ctx, 'whatsapp:enviar');
  const { id, destino } = MandarReciboInput.parse(raw);
  const texto = textoDeRecibo(await leerVenta(ctx, { id }));
  if (texto.length > TEXTO_MAXIMO) throw new ValidacionError('El recibo es demasiado largo para un mensaje.');
  const act = { verbo: 'venta.mandar_recibo', input: { id, destino } };
  return writeOnce(ctx, act, {
    work: async (tx) => {
      const idMensaje = await encolarMensaje(tx, ctx, { destino, tipo: 'TEXTO', texto });
      const message = 'El recibo está en cola; sale en cuanto WhatsApp esté conectado.';
      return { respuesta: { success: true, message, id: idMensaje, estado: 'PENDIENTE' } as const };
    },
  });
}
