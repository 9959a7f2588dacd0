import { randomUUID } from 'node:crypto';
import { withTransaction } from '@/db/transaction';
import type { PublicContext } from '@/lib/auth/public-context';
import { enqueue } from '@/lib/jobs/enqueue';
import { kv } from '@/lib/kv/kv';
import { CODIGO_MS, claves, huellaDeCorreo, MINUTOS_DE_CODIGO } from './codigo';
import { type MensajeDto, PedirCodigoInput } from './input';
import { contarPedido } from './limites';

const MENSAJE = `Si ese correo es de una persona de la tienda, le llegará un código. Vale ${MINUTOS_DE_CODIGO} minutos.`;

/**
 * Asks for a code to be mailed. Nobody is looked up here: the worker does it, so that the answer, its words and its work
 * are the same whoever's the mail is. A code asked for before stops working at once.
 * Throws DemasiadosIntentosError, KvCaidoError.
 */
export async function pedirCodigo(ctx: PublicContext, raw: unknown): Promise<MensajeDto> {
  const { email } = PedirCodigoInput.parse(raw);
  const huella = huellaDeCorreo(email);
  await contarPedido(ctx, huella);
  const solicitud = randomUUID();
  await kv().set(claves.solicitud(huella), solicitud, CODIGO_MS);
  const { ip, dispositivo, requestId } = ctx;
  const pedido = { solicitud, huella, pedidoEn: ctx.ahora.toISOString(), ip, dispositivo, requestId };
  await withTransaction({}, (tx) => enqueue(tx, 'recuperar-clave', pedido));
  return { message: MENSAJE };
}
