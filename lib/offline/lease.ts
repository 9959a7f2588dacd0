import { newUuid } from '@/lib/uuid';
import type { OfflineDatabase } from './database';

const LLAVE = 'kantuta-salida';
const FILA = 'turno-de-envio';
/** A holder that does not renew for this long is gone. */
const VIGENCIA_MS = 6_000;
const RENOVAR_MS = 2_000;

type Turno = { dueno: string; hasta: number };

/** What the turn needs of the world; tests give their own. */
export type TurnoWorld = { locks: Pick<LockManager, 'request'> | undefined; now: () => number };

const BROWSER: TurnoWorld = {
  // Absent on plain http.
  get locks() {
    return typeof navigator === 'undefined' ? undefined : navigator.locks;
  },
  now: () => Date.now(),
};

/**
 * Runs `work` while this tab is the one that sends, until `signal` aborts: by Web Locks, or where there are none by a lease
 * in the store that is renewed. `work` gets a signal that says when the turn is lost. Another tab takes over when this one
 * closes. Two senders would do no harm, for each fact has its clave, but they would send twice.
 */
export async function holdTurn(
  db: OfflineDatabase,
  signal: AbortSignal,
  work: (turn: AbortSignal) => Promise<void>,
  world: TurnoWorld = BROWSER,
): Promise<void> {
  if (world.locks) {
    await world.locks
      .request(LLAVE, { signal }, () => work(signal))
      .catch((error: unknown) => {
        if (!signal.aborted) throw error;
      });
    return;
  }
  const dueno = newUuid();
  while (!signal.aborted) {
    if (await take(db, dueno, world.now())) await holdLease(db, dueno, signal, work, world);
    await pause(RENOVAR_MS, signal);
  }
  // Where the store is gone the lease ends by itself.
  await release(db, dueno).catch(() => {});
}

async function holdLease(
  db: OfflineDatabase,
  dueno: string,
  signal: AbortSignal,
  work: (turn: AbortSignal) => Promise<void>,
  world: TurnoWorld,
): Promise<void> {
  const lost = new AbortController();
  const renew = setInterval(async () => {
    const mine = await take(db, dueno, world.now()).catch(() => false);
    if (!mine) lost.abort();
  }, RENOVAR_MS);
  try {
    await work(AbortSignal.any([signal, lost.signal]));
  } finally {
    clearInterval(renew);
  }
}

/** Takes or renews the lease. `false` when another tab has it. */
function take(db: OfflineDatabase, dueno: string, now: number): Promise<boolean> {
  return db.transaction('rw', db.meta, async () => {
    const turno = (await db.meta.get(FILA))?.valor as Turno | undefined;
    if (turno && turno.dueno !== dueno && turno.hasta > now) return false;
    await db.meta.put({ nombre: FILA, valor: { dueno, hasta: now + VIGENCIA_MS } satisfies Turno });
    return true;
  });
}

async function release(db: OfflineDatabase, dueno: string): Promise<void> {
  await db.transaction('rw', db.meta, async () => {
    const turno = (await db.meta.get(FILA))?.valor as Turno | undefined;
    if (turno?.dueno === dueno) await db.meta.delete(FILA);
  });
}

/** Waits, or less when the signal aborts. Never throws. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const done = () => {
      clearTimeout(reloj);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const reloj = setTimeout(done, ms);
    signal.addEventListener('abort', done);
  });
}
