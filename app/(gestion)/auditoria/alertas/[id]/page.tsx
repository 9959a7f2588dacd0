import { ArrowLeft } from 'lucide-react';
import type { Metadata } from 'next';
import { AtenderAlerta } from '@/components/auditoria/atender-alerta';
import { DetalleAlerta } from '@/components/auditoria/detalle-alerta';
import { Link } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-header';
import { leerAlerta } from '@/lib/alerta/queries';
import { requireContext } from '@/lib/auth/session';
import { formatDia } from '@/lib/time';
import { orNotFound } from '../../../cajas/or-not-found';

export const metadata: Metadata = { title: 'Alerta' };

/** One alert, with the rows it counted. */
export default async function AlertaPage({ params }: PageProps<'/auditoria/alertas/[id]'>) {
  const ctx = await requireContext();
  const alerta = await orNotFound(leerAlerta(ctx, { id: (await params).id }));
  return (
    <>
      <PageHeader
        back={
          <Link href="/auditoria/alertas" className="inline-flex min-h-9 items-center gap-1.5 hover:text-tinta">
            <ArrowLeft aria-hidden="true" className="size-4" />
            Alertas
          </Link>
        }
        title={<span className="wrap-anywhere">{alerta.titulo}</span>}
        subtitle={`${formatDia(`${alerta.dia}T16:00:00Z`)} · ${alerta.sucursal ?? 'Toda la tienda'} · ${alerta.frase}`}
        actions={alerta.situacion === 'pendiente' && <AtenderAlerta id={alerta.id} />}
      />
      <DetalleAlerta alerta={alerta} />
    </>
  );
}
