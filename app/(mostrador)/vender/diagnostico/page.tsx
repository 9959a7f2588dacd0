import type { Metadata } from 'next';
import { Diagnostico } from '@/components/offline/diagnostico';
import { versionDeConstruccion } from '@/lib/version';

export const metadata: Metadata = { title: 'Diagnóstico del equipo' };

/** How this device is: what it keeps, what waits, and what it can do without the server. */
export default function DiagnosticoPage() {
  return <Diagnostico version={versionDeConstruccion()} />;
}
