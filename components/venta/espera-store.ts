import type { OfflineDatabase } from '@/lib/offline/database';
import { localCounter } from '@/lib/offline/local';
import type { Ticket } from './ticket';

/**
 * A ticket parked at this device. `enviada`: it was sent to the server and nobody answered, so that it may be there: only
 * the server says whose it is from then on. `rechazo` is the server's last word against it.
 */
export type Aparte = {
  /** Key of the act of parking it. */
  acto: string;
  etiqueta: string | null;
  total: number;
  fecha: string;
  cajero: string;
  ticket: Ticket;
  enviada: boolean;
  rechazo: string | null;
};

/** A ticket being taken from the server: its answer may have been lost, and the same key brings it again. */
export type Tomando = { id: number; acto: string };

type Guardado = { apartes: readonly Aparte[]; tomando: Tomando | null };

export const ESPERA_VACIA: Guardado = { apartes: [], tomando: null };

const TOMANDO = 'tomando';

/**
 * What this device has parked, in its own store: durable when a change resolves, whatever happens to the power, and followed
 * by every tab. Where the browser gives no store it lives as long as the page.
 */
export function createEsperaStore(open: () => Promise<OfflineDatabase | null> = localCounter().open) {
  let actual = ESPERA_VACIA;
  const listeners = new Set<() => void>();
  let stop: (() => void) | null = null;
  const tell = (nuevo: Guardado) => {
    actual = nuevo;
    for (const listener of listeners) listener();
  };
  const follow = async () => {
    const db = await open();
    if (!db || listeners.size === 0 || stop) return;
    stop = db.watch(
      () => leer(db),
      (guardado) => tell(guardado),
    );
  };
  const poner = async (clave: string, dato: Aparte | Tomando): Promise<void> => {
    const db = await open();
    await db?.aparcados.put({ clave, dato });
    tell(db ? await leer(db) : conCambio(actual, clave, dato));
  };
  const quitar = async (clave: string): Promise<void> => {
    const db = await open();
    await db?.aparcados.delete(clave);
    tell(db ? await leer(db) : conCambio(actual, clave, null));
  };
  return {
    get: () => actual,
    /** What is kept, also before anybody follows it. */
    async leer(): Promise<Guardado> {
      const db = await open();
      return db ? leer(db) : actual;
    },
    /** Throws what the store throws: nothing was parked. */
    guardar: (aparte: Aparte) => poner(aparte.acto, aparte),
    cambiar: async (acto: string, cambio: Partial<Aparte>): Promise<void> => {
      const db = await open();
      const aparte = (db ? await leer(db) : actual).apartes.find((a) => a.acto === acto);
      if (aparte) await poner(acto, { ...aparte, ...cambio });
    },
    soltar: quitar,
    tomar: (tomando: Tomando | null) => (tomando ? poner(TOMANDO, tomando) : quitar(TOMANDO)),
    subscribe(listener: () => void) {
      listeners.add(listener);
      void follow();
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        stop?.();
        stop = null;
      };
    },
  };
}

async function leer(db: OfflineDatabase): Promise<Guardado> {
  const filas = await db.aparcados.toArray();
  const tomando = filas.find((f) => f.clave === TOMANDO)?.dato as Tomando | undefined;
  const apartes = filas.filter((f) => f.clave !== TOMANDO).map((f) => f.dato as Aparte);
  return { apartes: apartes.sort((a, b) => a.fecha.localeCompare(b.fecha)), tomando: tomando ?? null };
}

/** The same change in memory, where there is no store. */
function conCambio(antes: Guardado, clave: string, dato: Aparte | Tomando | null): Guardado {
  if (clave === TOMANDO) return { ...antes, tomando: dato as Tomando | null };
  const otros = antes.apartes.filter((a) => a.acto !== clave);
  return { ...antes, apartes: dato ? [...otros, dato as Aparte] : otros };
}
