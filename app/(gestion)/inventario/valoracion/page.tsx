import type { Metadata } from 'next';
import { ValoracionPorCategoria } from '@/components/inventario/valoracion';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { requireContext } from '@/lib/auth/session';
import { valorarMercaderia } from '@/lib/inventario/queries';
import { diaDe, esDia } from '@/lib/time';

export const metadata: Metadata = { title: 'Valoración' };

/** What the goods are worth, on any day. */
export default async function ValoracionPage({ searchParams }: { searchParams: Promise<{ dia?: string }> }) {
  const [ctx, { dia }] = await Promise.all([requireContext(), searchParams]);
  const hoy = diaDe(ctx.ahora);
  const pedido = dia && esDia(dia) ? dia : hoy;
  const valoracion = await valorarMercaderia(ctx, { dia: pedido });
  const distintas = valoracion.sucursales.filter((s) => s.valor !== s.libro);
  return (
    <>
      <PageHeader title="Valoración" subtitle="La mercadería al costo promedio, por sucursal y categoría" />
      {distintas.length > 0 && (
        <Notice tone="falta" className="mb-4" title="No coincide con el libro">
          {distintas.map((s) => s.sucursal).join(', ')}
        </Notice>
      )}
      <ValoracionPorCategoria valoracion={valoracion} hoy={hoy} />
    </>
  );
}
