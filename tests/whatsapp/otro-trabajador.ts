import { sqlClient } from '@/db';
import { env } from '@/lib/env';
import type { ConnectTransport } from '@/lib/whatsapp/transport';
import { runWhatsappWorker } from '@/lib/whatsapp/worker';

/**
 * A WhatsApp worker in a process of its own, over a WhatsApp that is a table: what arrives is a row, twice the same reference is
 * one. With `cuelga` nothing is ever acknowledged, so that it can be killed in the middle of sending.
 */
const cuelga = process.argv[2] === 'cuelga';

const connect: ConnectTransport = async (_, on) => {
  setTimeout(() => on.open({ numero: '59171234567', nombre: null }), 5);
  const send = async (destino: string, texto: string, referencia: string) => {
    await sqlClient()`
      insert into llegado (referencia, destino, texto, pid) values (${referencia}, ${destino}, ${texto}, ${process.pid})
      on conflict (referencia) do update set veces = llegado.veces + 1, pid = excluded.pid`;
    if (cuelga) await new Promise(() => {});
  };
  return {
    sendText: send,
    sendImage: (destino, { texto }, referencia) => send(destino, texto ?? '', referencia),
    sendDocument: (destino, { texto }, referencia) => send(destino, texto ?? '', referencia),
    listGroups: async () => [],
    close: async () => {},
    logout: async () => {},
  };
};

const { DATABASE_URL: url, AUTH_SECRET: authSecret } = env();
const stop = new AbortController();
process.once('SIGTERM', () => stop.abort());
try {
  await runWhatsappWorker({ url, authSecret, connect, ritmoMs: 20 }, stop.signal);
  process.exit(0);
} catch (error) {
  console.error(error);
  process.exit(1);
}
