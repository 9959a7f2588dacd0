import type { Metadata } from 'next';
import { Suspense } from 'react';
import { ListaTransferencias } from '@/components/inventario/lista-transferencias';
import { buttonClass } from '@/components/ui/button-class';
import { Card } from '@/components/ui/card';
import { Link } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-header';
import { SkeletonRows } from '@/components/ui/skeleton';
import { puede } from '@/lib/auth/permisos';
import { requireContext } from '@/lib/auth/session';

export const metadata: Metadata = { title: 'Transferencias' };

/** Transfers between branches. */
export default async function TransferenciasPage() {
  const ctx = await requireContext();
  return (
    <>
      <PageHeader
        title="Transferencias"
        subtitle="Mercadería de una sucursal a otra"
        actions={
          puede(ctx, 'inventario:transferir') && (
            <Link href="/inventario/transferencias/nueva" className={buttonClass({ variant: 'primario' })}>
              Nueva transferencia
            </Link>
          )
        }
      />
      <Suspense
        fallback={
          <Card flush>
            <SkeletonRows rows={6} label="Cargando las transferencias…" />
          </Card>
        }
      >
        <ListaTransferencias />
      </Suspense>
    </>
  );
}
