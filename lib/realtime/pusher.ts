import type Pusher from 'pusher';
import { processWide } from '@/lib/process-wide';
import { type Evento, eventoDto } from './eventos';
import { canalesDe, type PusherConfig } from './pusher-config';

const ESPERA_MS = 3_000;
/** What the protocol takes in one request. */
const POR_ENVIO = 10;

/** The Pusher side of realtime. */
export type PusherSender = {
  /** Tells events to their channels. Throws when the server does not take them within three seconds. */
  send(eventos: readonly Evento[]): Promise<void>;
  /** The signature that lets a socket into a private channel. */
  authorize(socketId: string, canal: string): { auth: string };
};

/** The process's sender, made at its first use: the library is only loaded where Pusher is set. */
export function pusherSender(config: PusherConfig): Promise<PusherSender> {
  return processWide('pusher', () => createPusherSender(config));
}

/** A sender to the server of `config`. */
export async function createPusherSender(config: PusherConfig): Promise<PusherSender> {
  const { default: Library } = await import('pusher');
  const client = new Library(options(config));
  return {
    async send(eventos) {
      const mensajes = eventos.flatMap((evento) =>
        canalesDe(evento).map((channel) => ({ channel, name: 'cambio', data: eventoDto(evento) })),
      );
      for (let i = 0; i < mensajes.length; i += POR_ENVIO) await client.triggerBatch(mensajes.slice(i, i + POR_ENVIO));
    },
    authorize: (socketId, canal) => ({ auth: client.authorizeChannel(socketId, canal).auth }),
  };
}

function options({ appId, key, secret, cluster, host, port, tls }: PusherConfig): Pusher.Options {
  const comunes = { appId, key, secret, useTLS: tls, timeout: ESPERA_MS };
  if (host === null) return { ...comunes, cluster: cluster ?? '' };
  return { ...comunes, host, ...(port === null ? {} : { port: String(port) }) };
}
