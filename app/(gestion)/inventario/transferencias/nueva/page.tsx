import { Store } from 'lucide-react';
import type { Metadata } from 'next';
import { FormularioTransferencia } from '@/components/inventario/formulario-transferencia';
import { EmptyState } from '@/components/ui/empty-state';
import { Link } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-header';
import { requireContext } from '@/lib/auth/session';
import { formatosDeBalanza, otrasSucursales } from '@/lib/sucursal/queries';

export const metadata: Metadata = { title: 'Nueva transferencia' };

/** Goods asked of another branch, or announced to it. */
export default async function NuevaTransferenciaPage() {
  const ctx = await requireContext();
  const [otras, formatosBalanza] = await Promise.all([otrasSucursales(ctx), formatosDeBalanza(ctx)]);
  return (
    <>
      <PageHeader
        back={<Link href="/inventario/transferencias">← Transferencias</Link>}
        title="Nueva transferencia"
        subtitle="Nada se mueve hasta que la otra parte envía o recibe"
      />
      {otras.length === 0 ? (
        <EmptyState icon={Store} title="Hay una sola sucursal" description="Las transferencias necesitan dos." />
      ) : (
        <FormularioTransferencia otras={otras} formatosBalanza={formatosBalanza} />
      )}
    </>
  );
}
