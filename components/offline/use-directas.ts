import { useSyncExternalStore } from 'react';
import { type Directas, oirDirectas, SIN_DIRECTAS, verDirectas } from '@/lib/offline/direct-notes';

/** The notes of the trail that wait beside the outbox: this device could not sign them. */
export function useDirectas(): Directas {
  return useSyncExternalStore(oirDirectas, verDirectas, () => SIN_DIRECTAS);
}
