import type { Metadata } from 'next';
import { SesionesVivas } from '@/components/caja/sesiones-vivas';
import { Link } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-header';
import { puede } from '@/lib/auth/permisos';
import { requireContext } from '@/lib/auth/session';
import { sesionesVivas } from '@/lib/caja/queries-cierre';

export const metadata: Metadata = { title: 'Cajas en vivo' };

/** Every open drawer, as it is now. */
export default async function CajasVivasPage() {
  const ctx = await requireContext();
  return (
    <>
      <PageHeader
        back={<Link href="/cajas">← Cajas</Link>}
        title="Cajas en vivo"
        subtitle="Lo que debería haber ahora en cada gaveta abierta. Cada cifra abre sus filas."
      />
      <SesionesVivas iniciales={await sesionesVivas(ctx)} conSucursal={puede(ctx, 'sucursal:todas')} />
    </>
  );
}
