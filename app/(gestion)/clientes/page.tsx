import type { Metadata } from 'next';
import { Suspense } from 'react';
import { ListaClientes } from '@/components/cliente/lista-clientes';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { SkeletonRows } from '@/components/ui/skeleton';
import { puede } from '@/lib/auth/permisos';
import { requireContext } from '@/lib/auth/session';

export const metadata: Metadata = { title: 'Clientes' };

/** Who buys. */
export default async function ClientesPage() {
  const ctx = await requireContext();
  return (
    <>
      <PageHeader title="Clientes" subtitle="Quienes compran, en cualquiera de las sucursales" />
      <Suspense
        fallback={
          <Card flush>
            <SkeletonRows rows={8} label="Cargando clientes…" />
          </Card>
        }
      >
        <ListaClientes puedeCrear={puede(ctx, 'cliente:crear')} />
      </Suspense>
    </>
  );
}
