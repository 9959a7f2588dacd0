import type { Metadata } from 'next';
import { PageHeader } from '@/components/ui/page-header';
import { FormatosBalanza } from '@/components/venta/formatos-balanza';
import { requireContext } from '@/lib/auth/session';
import { listarSucursales } from '@/lib/sucursal/queries';

export const metadata: Metadata = { title: 'Códigos de balanza' };

/** How the labels of the branch's scales are read at its counters. */
export default async function BalanzaPage() {
  const ctx = await requireContext();
  const sucursal = (await listarSucursales(ctx)).find((s) => s.id === ctx.idSucursal);
  return (
    <>
      <PageHeader
        title="Códigos de balanza"
        subtitle={`Cómo se leen en ${sucursal?.nombre ?? 'esta sucursal'} las etiquetas que imprime la balanza`}
      />
      <FormatosBalanza formatos={sucursal?.formatos_balanza ?? []} />
    </>
  );
}
