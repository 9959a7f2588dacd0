import { ArrowLeft } from 'lucide-react';
import type { Metadata, Route } from 'next';
import { orNotFound } from '@/app/(gestion)/cajas/or-not-found';
import { AccionesCliente } from '@/components/cliente/acciones-cliente';
import { ComprasCliente } from '@/components/cliente/compras-cliente';
import { Card } from '@/components/ui/card';
import { Link } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-header';
import { Stat } from '@/components/ui/stat';
import { puede } from '@/lib/auth/permisos';
import { requireContext } from '@/lib/auth/session';
import { leerCliente } from '@/lib/cliente/queries';
import { centavosDeJson, formatBs } from '@/lib/money';
import { formatFechaHora } from '@/lib/time';

export const metadata: Metadata = { title: 'Cliente' };

/** One customer: who they are, what they bought, and their tickets. */
export default async function ClientePage({ params }: PageProps<'/clientes/[id]'>) {
  const ctx = await requireContext();
  const cliente = await orNotFound(leerCliente(ctx, { id: (await params).id }));
  const { tickets, total, ultima } = cliente.compras;
  return (
    <>
      <PageHeader
        back={
          <Link href={'/clientes' as Route} className="inline-flex min-h-9 items-center gap-1.5 hover:text-tinta">
            <ArrowLeft aria-hidden="true" className="size-4" />
            Clientes
          </Link>
        }
        title={cliente.nombre}
        subtitle={
          [cliente.ci_nit && `CI o NIT ${cliente.ci_nit}`, cliente.telefono && `Tel. ${cliente.telefono}`]
            .filter(Boolean)
            .join(' · ') || 'Sin CI ni teléfono'
        }
        actions={puede(ctx, 'cliente:editar') && <AccionesCliente cliente={cliente} />}
      />
      <Card className="mb-4">
        <div className="grid gap-4 sm:grid-cols-3">
          <Stat label="Tickets" value={String(tickets)} />
          <Stat label="Compró" value={formatBs(centavosDeJson(total) ?? 0)} />
          <Stat label="Última compra" value={ultima ? formatFechaHora(ultima) : 'Nunca'} />
        </div>
      </Card>
      {puede(ctx, 'venta:ver') && <ComprasCliente idCliente={cliente.id} />}
    </>
  );
}
