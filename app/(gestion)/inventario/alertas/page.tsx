import type { Metadata } from 'next';
import { Suspense } from 'react';
import { ListaAlertasStock } from '@/components/inventario/lista-alertas';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { SkeletonRows } from '@/components/ui/skeleton';
import { puede } from '@/lib/auth/permisos';
import { requireContext } from '@/lib/auth/session';

export const metadata: Metadata = { title: 'Alertas de inventario' };

/** What somebody should look at about goods. */
export default async function AlertasInventarioPage() {
  const ctx = await requireContext();
  return (
    <>
      <PageHeader title="Alertas" subtitle="Lo que falta, lo que vence, lo que no se vende y lo que subió de costo" />
      <Suspense
        fallback={
          <Card flush>
            <SkeletonRows rows={6} label="Cargando las alertas…" />
          </Card>
        }
      >
        <ListaAlertasStock puedeEditar={puede(ctx, 'producto:editar')} />
      </Suspense>
    </>
  );
}
