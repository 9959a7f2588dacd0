import { log } from '@/lib/log';
import { KvCaidoError } from './errors';
import { kv } from './kv';
import { memoryKv } from './memory';
import type { Kv } from './types';

/** Something that may fail only `maximo` times in `ventanaMs`, whichever process is asked. */
export type Limite = { clave: string; maximo: number; ventanaMs: number };

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
const global = globalThis as typeof globalThis & { __kantutaIntentos?: Kv };

async function withStore<T>(work: (store: Kv) => Promise<T>): Promise<T> {
  try {
    return await work(kv());
  } catch (error) {
    if (!(error instanceof KvCaidoError)) throw error;
    log().warn({ err: error.cause }, 'failures are counted by this process alone');
    global.__kantutaIntentos ??= memoryKv();
    return work(global.__kantutaIntentos);
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
        await Promise.all(limites.map(({ clave, ventanaMs }) => store.incr(clave, ventanaMs)));
      }),
    passed: (olvidar = []) =>
      withStore(async (store) => {
        await refuseIfOver(store);
        await Promise.all(olvidar.map(({ clave }) => store.delete(clave)));
      }),
  };
}
