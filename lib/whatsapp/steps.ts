import { randomUUID } from 'node:crypto';
import type { Tx } from '@/db/transaction';
import { emitAudit } from '@/lib/audit';
import type { Context } from '@/lib/context';
import { publish } from '@/lib/realtime/publish';
import { SinVincularError } from './errors';
import { leerEstado } from './read';
import { type TipoDeMensaje, VIGENCIA_MS } from './rules';

/** A message to be sent: a number in digits or the id of a group. */
export type MensajeNuevo = {
  destino: string;
  tipo: TipoDeMensaje;
  texto: string | null;
  archivo?: { nombre: string; tipo: string; bytes: Uint8Array };
};

/**
 * Leaves a message to be sent by the WhatsApp worker once the transaction commits, and only then. Answers its id. Throws
 * SinVincularError when no phone is linked: it would wait for nobody.
 */
export async function encolarMensaje(tx: Tx, ctx: Context, m: MensajeNuevo): Promise<number> {
  const { numero } = await leerEstado(tx.sql);
  if (numero === null) throw new SinVincularError();
  const ahora = ctx.ahora.toISOString();
  const vence = new Date(ctx.ahora.getTime() + VIGENCIA_MS).toISOString();
  const [fila] = await tx.sql<{ id: number }[]>`
    insert into mensaje_whatsapp (id_sucursal, id_usuario, destino, tipo, texto, archivo, archivo_nombre, archivo_tipo, referencia,
      creado_en, proximo_intento, vence_en)
    values (${ctx.idSucursal}, ${ctx.actor.idUsuario}, ${m.destino}, ${m.tipo}, ${m.texto},
      ${m.archivo ? Buffer.from(m.archivo.bytes) : null}, ${m.archivo?.nombre ?? null}, ${m.archivo?.tipo ?? null},
      ${randomUUID()}::uuid, ${ahora}::timestamptz, ${ahora}::timestamptz, ${vence}::timestamptz)
    returning id`;
  if (!fila) throw new Error('mensaje_whatsapp was not inserted');
  const despues = { destino: m.destino, tipo: m.tipo, archivo: m.archivo?.nombre };
  await emitAudit(tx, ctx, { accion: 'whatsapp.enviar', entidad: 'mensaje_whatsapp', idEntidad: fila.id, despues });
  publish(tx, { tema: 'whatsapp', idSucursal: ctx.idSucursal, ids: [fila.id] });
  return fila.id;
}
