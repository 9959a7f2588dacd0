import { type SqlClient, sqlClient } from '@/db';
import type { Tx } from '@/db/transaction';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import { processWide } from '@/lib/process-wide';
import { Coalescer } from './coalescer';
import type { Cambio, Evento } from './eventos';
import { pusherSender } from './pusher';
import { pusherConfig } from './pusher-config';
import { CANAL, encodeMensajes } from './wire';

const JUNTAR_MS = 100;

/** What a process has yet to tell. */
type Outbox = { coalescer: Coalescer; reloj: NodeJS.Timeout | null; sql: SqlClient | null; fallas: number };

const outbox = () =>
  processWide('salida', (): Outbox => ({ coalescer: new Coalescer(), reloj: null, sql: null, fallas: 0 }));

/**
 * Tells every process and every screen that something changed, once the transaction commits and only then. Costs the
 * transaction nothing: changes are put together for a tenth of a second and sent on another connection, because a NOTIFY
 * inside a sale would make all commits wait in line. It is a hint: a failure to send is logged and forgotten.
 */
export function publish(tx: Tx, cambio: Cambio): void {
  tx.afterCommit(() => {
    const salida = outbox();
    salida.coalescer.add(cambio);
    // The pool of now: by the time this is sent the process may have closed it, and must not open another.
    salida.sql = sqlClient();
    salida.reloj ??= setTimeout(() => void flushEventos(), JUNTAR_MS).unref();
  });
}

/** Sends what is waiting, now. Never throws. */
export async function flushEventos(): Promise<void> {
  const salida = outbox();
  if (salida.reloj) clearTimeout(salida.reloj);
  salida.reloj = null;
  const eventos = salida.coalescer.take();
  if (eventos.length === 0 || !salida.sql) return;
  const envios = await Promise.allSettled([notify(salida.sql, eventos), pusher(eventos)]);
  const mal = envios.find((envio) => envio.status === 'rejected');
  // One line when it starts to fail, not ten a second.
  if (mal && salida.fallas++ === 0) log().warn({ err: mal.reason }, 'changes could not be told to other screens');
  if (!mal) salida.fallas = 0;
}

/** One statement outside any transaction, whatever there is to say. */
async function notify(sql: SqlClient, eventos: readonly Evento[]): Promise<void> {
  const mensajes = encodeMensajes(eventos);
  await sql`select pg_notify(${CANAL}, m.texto) from unnest(${mensajes}::text[]) as m(texto)`;
}

async function pusher(eventos: readonly Evento[]): Promise<void> {
  const config = pusherConfig(env());
  if (config) await (await pusherSender(config)).send(eventos);
}
