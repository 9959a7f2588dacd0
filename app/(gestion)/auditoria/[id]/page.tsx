import { ArrowLeft } from 'lucide-react';
import type { Metadata, Route } from 'next';
import { DetalleActo } from '@/components/auditoria/detalle-acto';
import { buttonClass } from '@/components/ui/button-class';
import { Link } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-header';
import { leerAuditoria } from '@/lib/auditoria/queries';
import { requireContext } from '@/lib/auth/session';
import { formatFechaHora } from '@/lib/time';
import { orNotFound } from '../../cajas/or-not-found';

export const metadata: Metadata = { title: 'Acto' };

/** One act: what it changed. */
export default async function ActoPage({ params }: PageProps<'/auditoria/[id]'>) {
  const ctx = await requireContext();
  const acto = await orNotFound(leerAuditoria(ctx, { id: (await params).id }));
  const historia = new URLSearchParams({ entidad: acto.entidad, id_entidad: acto.id_entidad });
  return (
    <>
      <PageHeader
        back={
          <Link href="/auditoria" className="inline-flex min-h-9 items-center gap-1.5 hover:text-tinta">
            <ArrowLeft aria-hidden="true" className="size-4" />
            Auditoría
          </Link>
        }
        title={
          <span className="wrap-anywhere">
            {acto.usuario} {acto.frase}
          </span>
        }
        subtitle={`${formatFechaHora(acto.fecha)} · ${acto.sucursal ?? 'Toda la tienda'}`}
        actions={
          <>
            <Link href={`/auditoria?${historia}` as Route} className={buttonClass({})}>
              Su historia
            </Link>
            {acto.enlace && (
              <Link href={acto.enlace as Route} className={buttonClass({ variant: 'suave' })}>
                Abrir
              </Link>
            )}
          </>
        }
      />
      <DetalleActo acto={acto} />
    </>
  );
}
