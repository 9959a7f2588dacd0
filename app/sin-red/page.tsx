import type { Metadata } from 'next';
import { MostradorSinRed } from '@/components/offline/mostrador-sin-red';
import { versionDeConstruccion } from '@/lib/version';

export const metadata: Metadata = { title: 'Sin conexión' };

/**
 * The counter that the browser keeps for when there is no server. This page has no data of anybody: who works here and what
 * is sold comes from the store of the device.
 */
export default function SinRedPage() {
  return <MostradorSinRed version={versionDeConstruccion()} />;
}
