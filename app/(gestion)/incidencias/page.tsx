import type { Metadata } from 'next';
import { Suspense } from 'react';
import { ListaIncidencias } from '@/components/mostrador/lista-incidencias';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { SkeletonRows } from '@/components/ui/skeleton';
import { puede } from '@/lib/auth/permisos';
import { requireContext } from '@/lib/auth/session';

export const metadata: Metadata = { title: 'Incidencias' };

/** What did not fit of what the counters told. */
export default async function IncidenciasPage() {
  const ctx = await requireContext();
  return (
    <>
      <PageHeader title="Incidencias" subtitle="Lo que llegó de los mostradores y no cuadró" />
      <Suspense
        fallback={
          <Card flush>
            <SkeletonRows rows={6} label="Cargando las incidencias…" />
          </Card>
        }
      >
        <ListaIncidencias puedeResolver={puede(ctx, 'incidencia:resolver')} />
      </Suspense>
    </>
  );
}
