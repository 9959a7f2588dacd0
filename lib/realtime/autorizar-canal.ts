import { z } from 'zod';
import type { Context } from '@/lib/context';
import { env } from '@/lib/env';
import { NoEncontradoError, PermisoError } from '@/lib/errors';
import { pusherSender } from './pusher';
import { puedeOirCanal, pusherConfig } from './pusher-config';

/** What `POST /api/eventos/pusher-auth` takes, in Pusher's own names. */
export const AutorizarCanalInput = z.strictObject({
  socket_id: z.string().regex(/^\d{1,20}\.\d{1,20}$/, 'No es una conexión de Pusher.'),
  channel_name: z.string().max(164, 'No es un canal de Pusher.'),
});

/**
 * Lets a browser's socket into one private channel: those that `canalesPara` names for this person, and no other.
 * Throws NoEncontradoError when Pusher is not set, PermisoError.
 */
export async function autorizarCanal(ctx: Context, raw: unknown): Promise<{ auth: string }> {
  const { socket_id, channel_name } = AutorizarCanalInput.parse(raw);
  const config = pusherConfig(env());
  if (!config) throw new NoEncontradoError('Este servidor no usa Pusher.');
  if (!puedeOirCanal(ctx.actor, channel_name)) {
    throw new PermisoError('Su rol no permite oír ese canal.');
  }
  return (await pusherSender(config)).authorize(socket_id, channel_name);
}
