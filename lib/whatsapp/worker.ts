import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { log } from '@/lib/log';
import { Connection } from './connection';
import { CredentialStore } from './credentials';
import { sendNext, sweep } from './outbox';
import { takeRequest } from './state';
import type { ConnectTransport } from './transport';
import { Turn } from './turn';

const RITMO_MS = 1_000;
const LATIDO_MS = 5_000;
const LIMPIEZA_MS = 60_000;
const GRUPOS_MS = 10 * 60_000;
/** What the message under way may take when the process must end, and then the closing. */
const APURO_MS = 3_000;
const CIERRE_MS = 2_000;

/** What a WhatsApp worker needs. The clock and the pace are given by tests. */
export type WhatsappWorkerOptions = {
  url: string;
  authSecret: string;
  connect: ConnectTransport;
  ahora?: () => Date;
  ritmoMs?: number;
};

/**
 * Runs the shop's WhatsApp until `signal` is aborted: waits for its turn, opens the connection if a phone is linked, does what
 * people ask for, and sends what is waiting, one message each second. Throws when the turn is lost: whoever took it
 * sends now, and this process must end at once.
 */
export async function runWhatsappWorker(opciones: WhatsappWorkerOptions, signal: AbortSignal): Promise<void> {
  const turn = await Turn.take(opciones.url, signal);
  if (!turn || signal.aborted) return turn?.release();
  log().info('WhatsApp worker in charge');
  const parar = new AbortController();
  signal.addEventListener('abort', () => parar.abort(), { once: true });
  const store = new CredentialStore(opciones.authSecret);
  const connection = new Connection(opciones.connect, store);
  const perdido = turn.lost.then(() => (signal.aborted ? 'stopped' : 'lost'));
  const apuro = once(signal, 'abort').then(() => sleep(APURO_MS, 'stopped', { ref: false }));
  await turn.beat();
  void every(LATIDO_MS, parar.signal, () => turn.beat());
  const fin = await Promise.race([perdido, apuro, work(opciones, connection, store, parar.signal)]);
  parar.abort();
  await Promise.race([connection.shut({ callada: fin === 'lost' }), sleep(CIERRE_MS, null, { ref: false })]);
  await turn.release();
  if (fin === 'lost') throw new Error('The WhatsApp turn was lost');
}

async function work(
  o: WhatsappWorkerOptions,
  c: Connection,
  store: CredentialStore,
  signal: AbortSignal,
): Promise<'stopped'> {
  const { ahora = () => new Date(), ritmoMs = RITMO_MS } = o;
  if (await store.any()) await c.open();
  const limpieza = every(LIMPIEZA_MS, signal, () => sweep(ahora()));
  const grupos = every(GRUPOS_MS, signal, () => c.refreshGroups());
  await every(ritmoMs, signal, async () => {
    const pedido = await takeRequest();
    if (pedido === 'CONECTAR') await c.open();
    if (pedido === 'DESCONECTAR') await c.unlink();
    if (c.ready) await sendNext(c.ready, ahora());
  });
  await Promise.all([limpieza, grupos]);
  return 'stopped';
}

/** Does something now and then again and again, never twice at once. What fails is logged and tried again. */
async function every(ms: number, signal: AbortSignal, act: () => Promise<unknown>): Promise<'stopped'> {
  while (!signal.aborted) {
    await act().catch((error: unknown) => log().error({ err: error }, 'WhatsApp worker'));
    await sleep(ms, undefined, { signal }).catch(() => {});
  }
  return 'stopped';
}
