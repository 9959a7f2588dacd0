import type { Metadata } from 'next';
import { Suspense } from 'react';
import { ListaAlertasStock } from '@/components/inventario/lista-alertas';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { SkeletonRows } from '@/components/ui/skeleton';

export const metadata: Metadata = { title: 'Alertas de inventario' };

/** What somebody should look at about goods. */
export default function AlertasInventarioPage() {
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
        <ListaAlertasStock />
      </Suspense>
    </>
  );
}
