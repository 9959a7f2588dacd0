import type { Metadata } from 'next';
import { ChipTransferencia } from '@/components/inventario/chips';
import { PantallaTransferencia } from '@/components/inventario/pantalla-transferencia';
import { PaginaAlDia } from '@/components/shared/pagina-al-dia';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { requireContext } from '@/lib/auth/session';
import { leerTransferencia } from '@/lib/inventario/queries';
import { formatFechaHora } from '@/lib/time';
import { orNotFound } from '../../or-not-found';

export const metadata: Metadata = { title: 'Transferencia' };

/** One transfer. */
export default async function TransferenciaPage({ params }: { params: Promise<{ id: string }> }) {
  const [ctx, { id }] = await Promise.all([requireContext(), params]);
  const t = await orNotFound(leerTransferencia(ctx, { id }));
  return (
    <>
      <PaginaAlDia clave={['inventario']} />
      <PageHeader
        back={<Link href="/inventario/transferencias">← Transferencias</Link>}
        title={`${t.folio}: ${t.origen} → ${t.destino}`}
        subtitle={`Pedida por ${t.solicitante}, ${formatFechaHora(t.solicitada_en)}${t.nota ? ` · ${t.nota}` : ''}`}
        actions={<ChipTransferencia estado={t.estado} />}
      />
      {t.motivo_cancelacion && (
        <Notice className="mb-4" title={`Cancelada por ${t.cancelada_por ?? 'el sistema'}`}>
          {t.motivo_cancelacion}
        </Notice>
      )}
      <PantallaTransferencia transferencia={t} />
    </>
  );
}
