import { useSyncExternalStore } from 'react';
import { sinCambios } from './sin-cambios';

/**
 * Whether this part of the page is awake: false while it is still as the server drew it. A part that comes late wakes after
 * others have asked the server, and must first be drawn as it was, though the answer that they share is there.
 */
export function useDespierta(): boolean {
  return useSyncExternalStore(
    sinCambios,
    () => true,
    () => false,
  );
}
