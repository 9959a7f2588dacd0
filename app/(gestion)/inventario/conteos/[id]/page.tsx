import type { Metadata } from 'next';
import { AprobadoPor } from '@/components/aprobacion/aprobado-por';
import { ChipConteo } from '@/components/inventario/chips';
import { PantallaConteo } from '@/components/inventario/pantalla-conteo';
import { PaginaAlDia } from '@/components/shared/pagina-al-dia';
import { Link } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-header';
import { puede } from '@/lib/auth/permisos';
import { requireContext } from '@/lib/auth/session';
import { leerConteo } from '@/lib/inventario/queries';
import { formatosDeBalanza } from '@/lib/sucursal/queries';
import { formatFechaHora } from '@/lib/time';
import { orNotFound } from '../../or-not-found';

export const metadata: Metadata = { title: 'Conteo' };

/** One count. */
export default async function ConteoPage({ params }: { params: Promise<{ id: string }> }) {
  const [ctx, { id }] = await Promise.all([requireContext(), params]);
  const [conteo, formatosBalanza] = await Promise.all([orNotFound(leerConteo(ctx, { id })), formatosDeBalanza(ctx)]);
  return (
    <>
      <PaginaAlDia clave={['inventario']} />
      <PageHeader
        back={<Link href="/inventario/conteos">← Conteos</Link>}
        title={`Conteo ${conteo.folio}`}
        subtitle={`${conteo.categoria ?? (conteo.alcance === 'SUCURSAL' ? 'Toda la sucursal' : 'Libre')} · ${conteo.usuario}, ${formatFechaHora(conteo.abierto_en)}`}
        actions={<ChipConteo estado={conteo.estado} />}
      />
      <PantallaConteo conteo={conteo} puedeAplicar={puede(ctx, 'producto:ajustar')} formatosBalanza={formatosBalanza} />
      <AprobadoPor aprobaciones={conteo.aprobaciones} />
    </>
  );
}
