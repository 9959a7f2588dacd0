import { z } from 'zod';
import type { Actor, Context } from '@/lib/context';
import { NoAutenticadoError } from '@/lib/errors';
import type { Hub, Stream } from './hub';
import { hub } from './process-hub';

/** What `GET /api/eventos` takes: the last event heard, when a header cannot say it. */
export const OirEventosInput = z.strictObject({ desde: z.string().max(100, 'No es el id de un evento.').optional() });

const CABECERAS = {
  'content-type': 'text/event-stream; charset=utf-8',
  // no-transform keeps compression away: a compressed stream waits for its block to fill.
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no',
  // A stream's connection serves nothing else afterwards, so that a server that stops does not wait for it.
  connection: 'close',
};

/** A reader this many messages behind is let go: it comes back and catches up, instead of filling the memory here. */
const ATRASO_MAXIMO = 500;

/**
 * The changes this person may hear of, as server-sent events: `hola`, `cambio`, `latido` every 15 s, `resincronizar` when
 * something may have been missed, `fin` with a motive. `Last-Event-ID` (or `?desde=`) goes on where another stream was cut.
 * Ends when the sign-in ends, within thirty seconds. Throws NoAutenticadoError, CerrandoError, DemasiadasConexionesError.
 */
export async function oirEventos(ctx: Context, raw: unknown, req: Request): Promise<Response> {
  const { desde } = OirEventosInput.parse(raw);
  const { sid } = ctx;
  if (!sid) throw new NoAutenticadoError();
  const central = hub();
  await central.ready();
  return openStream(
    central,
    { actor: ctx.actor, sid },
    { desde: req.headers.get('last-event-id') ?? desde ?? null, signal: req.signal },
  );
}

/** Opens a stream of a hub as an HTTP answer; it is the reader's until `signal` aborts. Throws what `Hub.add` throws. */
export function openStream(
  central: Hub,
  quien: { actor: Actor; sid: string },
  pedido: { desde: string | null; signal: AbortSignal },
): Response {
  const encoder = new TextEncoder();
  let gone = () => {};
  const cuerpo = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const stream: Stream = {
          ...quien,
          send: (texto) =>
            attempt(() => {
              controller.enqueue(encoder.encode(texto));
              if ((controller.desiredSize ?? 0) < -ATRASO_MAXIMO) central.end(stream, 'lento');
            }),
          end: () => attempt(() => controller.close()),
        };
        // Next closes or forgets the body in its own time, so a stream may already be over when something is sent.
        const attempt = (act: () => void) => {
          try {
            act();
          } catch {
            central.remove(stream);
          }
        };
        gone = () => {
          central.remove(stream);
          stream.end();
        };
        central.add(stream, pedido.desde);
        pedido.signal.addEventListener('abort', gone, { once: true });
        if (pedido.signal.aborted) gone();
      },
      cancel: () => gone(),
    },
    { highWaterMark: 16 },
  );
  return new Response(cuerpo, { headers: CABECERAS });
}
