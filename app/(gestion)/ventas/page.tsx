import type { Metadata } from 'next';
import { Suspense } from 'react';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { SkeletonRows } from '@/components/ui/skeleton';
import { ListaVentas } from '@/components/venta/lista-ventas';
import { requireContext } from '@/lib/auth/session';
import { diaDe } from '@/lib/time';

export const metadata: Metadata = { title: 'Ventas' };

/** The branch's tickets. */
export default async function VentasPage() {
  const ctx = await requireContext();
  return (
    <>
      <PageHeader title="Ventas" subtitle="Los tickets de la sucursal, del más nuevo al más antiguo" />
      <Suspense
        fallback={
          <Card flush>
            <SkeletonRows rows={8} label="Cargando tickets…" />
          </Card>
        }
      >
        <ListaVentas hoy={diaDe(ctx.ahora)} />
      </Suspense>
    </>
  );
}
