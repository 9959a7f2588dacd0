import type { Metadata } from 'next';
import { Aprobaciones } from '@/components/aprobacion/aprobaciones';
import { puede } from '@/lib/auth/permisos';
import { requireContext } from '@/lib/auth/session';
import { diaDe } from '@/lib/time';

export const metadata: Metadata = { title: 'Aprobaciones' };

/** Where a superior answers what others may not do alone. */
export default async function AprobacionesPage() {
  const ctx = await requireContext();
  return <Aprobaciones conSucursal={puede(ctx, 'sucursal:todas')} hoy={diaDe(ctx.ahora)} />;
}
