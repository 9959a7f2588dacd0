import { log } from '@/lib/log';
import { processWide } from '@/lib/process-wide';
import { KvCaidoError } from './errors';
import { kv } from './kv';
import { memoryKv } from './memory';
import type { Kv } from './types';

/**
 * Something that may fail only `maximo` times in `ventanaMs`, whichever process is asked. With `crece` the wait begins whole
 * at the failure that reached the limit, and each time within a day it is twice the one before, up to eight hours.
 */
export type Limite = { clave: string; maximo: number; ventanaMs: number; crece?: boolean };

const UN_DIA_MS = 24 * 3_600_000;
const ESPERA_MAXIMA_MS = 8 * 3_600_000;
const deVeces = (clave: string) => `${clave}:veces`;

/** One attempt under its limits; say how it ended. */
export type Attempt = {
  /** It failed: counts against every limit. */
  failed(): Promise<void>;
  /**
   * It went well. Asks the limits again, so that guesses sent all at once get no further than one by one; then the counts
   * named in `olvidar` start again. Throws what `refuse` makes.
   */
  passed(olvidar?: readonly Limite[]): Promise<void>;
};

// Limits never keep a shop from opening: while the shared store is down, each process counts by itself.
const propia = () => processWide('intentos', memoryKv);

async function withStore<T>(work: (store: Kv) => Promise<T>): Promise<T> {
  try {
    return await work(kv());
  } catch (error) {
    if (!(error instanceof KvCaidoError)) throw error;
    log().warn({ err: error.cause }, 'failures are counted by this process alone');
    return work(propia());
  }
}

/**
 * Starts an attempt. Only failures count: any number of good ones may happen at once. When a limit was reached throws what
 * `refuse` makes of the whole seconds to wait.
 */
export async function startAttempt(limites: readonly Limite[], refuse: (esperaS: number) => Error): Promise<Attempt> {
  const refuseIfOver = async (store: Kv) => {
    const cuentas = await Promise.all(limites.map(({ clave }) => store.count(clave)));
    const esperas = limites.map(({ maximo }, i) => {
      const { n, restaMs } = cuentas[i] ?? { n: 0, restaMs: 0 };
      return n >= maximo ? restaMs : 0;
    });
    const espera = Math.max(0, ...esperas);
    if (espera > 0) throw refuse(Math.ceil(espera / 1000));
  };
  await withStore(refuseIfOver);
  return {
    failed: () =>
      withStore(async (store) => {
        await Promise.all(limites.map((limite) => count(store, limite)));
      }),
    passed: (olvidar = []) =>
      withStore(async (store) => {
        await refuseIfOver(store);
        const claves = olvidar.flatMap(({ clave, crece }) => (crece ? [clave, deVeces(clave)] : [clave]));
        await Promise.all(claves.map((clave) => store.delete(clave)));
      }),
  };
}

/** Of failures at once exactly one reaches the limit, and that one sets how long it lasts. */
async function count(store: Kv, { clave, maximo, ventanaMs, crece }: Limite): Promise<void> {
  const { n } = await store.incr(clave, ventanaMs);
  if (!crece || n !== maximo) return;
  const { n: veces } = await store.incr(deVeces(clave), UN_DIA_MS);
  await store.set(clave, String(maximo), Math.min(ventanaMs * 2 ** (veces - 1), ESPERA_MAXIMA_MS));
}
