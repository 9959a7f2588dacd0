import { ArrowLeft } from 'lucide-react';
import type { Metadata } from 'next';
import { Link } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-header';
import { AccionesVenta } from '@/components/venta/acciones-venta';
import { DetalleVenta } from '@/components/venta/detalle-venta';
import { EstadoVenta } from '@/components/venta/estado-venta';
import { MandarRecibo } from '@/components/whatsapp/mandar-recibo';
import { puede } from '@/lib/auth/permisos';
import { requireContext } from '@/lib/auth/session';
import { listarCopias } from '@/lib/recibo/queries';
import { formatFechaHora } from '@/lib/time';
import { folioDe } from '@/lib/venta/rules';
import { leerVentaOr404 } from './leer-venta';

export const metadata: Metadata = { title: 'Ticket' };

/** One ticket, with what can still be done about it. Rights decide what is offered; the verbs decide what is done. */
export default async function VentaPage({ params }: PageProps<'/ventas/[id]'>) {
  const ctx = await requireContext();
  const venta = await leerVentaOr404(ctx, (await params).id);
  const copias = venta.copias > 0 ? await listarCopias(ctx, { id: venta.id }) : [];
  const vigente = venta.estado_venta !== 'ANULADA';
  return (
    <>
      <PageHeader
        back={
          <Link href="/ventas" className="inline-flex min-h-9 items-center gap-1.5 hover:text-tinta">
            <ArrowLeft aria-hidden="true" className="size-4" />
            Ventas
          </Link>
        }
        title={
          <span className="num flex flex-wrap items-center gap-3">
            Ticket {folioDe(venta)} <EstadoVenta estado={venta.estado_venta} />
          </span>
        }
        subtitle={`${formatFechaHora(venta.fecha)} · ${venta.cajero} · ${venta.caja}`}
        actions={
          <>
            {puede(ctx, 'whatsapp:enviar') && <MandarRecibo idVenta={venta.id} folio={folioDe(venta)} />}
            <AccionesVenta
              key={venta.updated_at}
              venta={venta}
              idUsuario={ctx.actor.idUsuario}
              puedeReimprimir={puede(ctx, 'venta:reimprimir')}
              puedeAnular={vigente && puede(ctx, 'venta:anular')}
              puedeEditarPago={vigente && puede(ctx, 'venta:editar_pago')}
            />
          </>
        }
      />
      <DetalleVenta
        venta={venta}
        copias={copias}
        veSesion={puede(ctx, 'caja:ver')}
        veCliente={puede(ctx, 'cliente:ver')}
      />
    </>
  );
}
