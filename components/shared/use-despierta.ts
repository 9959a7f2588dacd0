import { useSyncExternalStore } from 'react';

const nunca = () => () => {};

/**
 * Whether this part of the page is awake: false while it is still as the server drew it. A part that comes late wakes after
 * others have asked the server, and must first be drawn as it was, though the answer that they share is there.
 */
export function useDespierta(): boolean {
  return useSyncExternalStore(
    nunca,
    () => true,
    () => false,
  );
}
