import type { Metadata } from 'next';
import { Suspense } from 'react';
import { ListaAlertas } from '@/components/auditoria/lista-alertas';
import { Pestanas } from '@/components/auditoria/pestanas';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { SkeletonRows } from '@/components/ui/skeleton';

export const metadata: Metadata = { title: 'Alertas' };

/** What stands out of each person's own habits. */
export default function AlertasPage() {
  return (
    <>
      <PageHeader title="Auditoría" subtitle="Lo que se sale de lo habitual de cada persona" />
      <Pestanas />
      <Suspense
        fallback={
          <Card flush>
            <SkeletonRows rows={5} label="Cargando las alertas…" />
          </Card>
        }
      >
        <ListaAlertas />
      </Suspense>
    </>
  );
}
