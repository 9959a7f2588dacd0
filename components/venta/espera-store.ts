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

type Guardado = { apartes: Aparte[]; tomando: Tomando | null };

const NADA: Guardado = { apartes: [], tomando: null };

/** What this device has parked in a session of a caja, and outlives the page. */
export function createEsperaStore(key: string) {
  let actual = read(key);
  const listeners = new Set<() => void>();
  const onStorage = (event: StorageEvent) => {
    if (event.key !== key) return;
    actual = read(key);
    for (const listener of listeners) listener();
  };
  return {
    get: () => actual,
    update(change: (antes: Guardado) => Guardado) {
      actual = change(actual);
      try {
        localStorage.setItem(key, JSON.stringify(actual));
      } catch {
        // Blocked or full storage: it goes on in memory.
      }
      for (const listener of listeners) listener();
    },
    subscribe(listener: () => void) {
      if (listeners.size === 0) window.addEventListener('storage', onStorage);
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) window.removeEventListener('storage', onStorage);
      };
    },
  };
}

export const ESPERA_VACIA = NADA;

function read(key: string): Guardado {
  try {
    return { ...NADA, ...(JSON.parse(localStorage.getItem(key) ?? 'null') as Guardado | null) };
  } catch {
    return NADA;
  }
}
