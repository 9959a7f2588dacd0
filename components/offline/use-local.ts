import { useSyncExternalStore } from 'react';
import { type EstadoLocal, localCounter } from '@/lib/offline/local';

/** Part of what the counter knows of its device; the page draws again when that part changes. `parte` keeps its identity. */
export function useLocal<T>(parte: (estado: EstadoLocal) => T, enServidor: T): T {
  return useSyncExternalStore(
    (oyente) => localCounter().subscribe(oyente),
    () => parte(localCounter().get()),
    () => enServidor,
  );
}
