import type { Metadata } from 'next';
import { Suspense } from 'react';
import { ListaDocumentos } from '@/components/inventario/lista-documentos';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { SkeletonRows } from '@/components/ui/skeleton';

export const metadata: Metadata = { title: 'Movimientos de inventario' };

/** Entries, exits and adjustments. */
export default function DocumentosPage() {
  return (
    <>
      <PageHeader title="Movimientos" subtitle="Entradas, mermas, consumos, vencidos y ajustes, con su número" />
      <Suspense
        fallback={
          <Card flush>
            <SkeletonRows rows={8} label="Cargando los movimientos…" />
          </Card>
        }
      >
        <ListaDocumentos />
      </Suspense>
    </>
  );
}
