import { Tags } from 'lucide-react';
import type { Metadata } from 'next';
import { ZodError } from 'zod';
import { HojaEtiquetas } from '@/components/etiqueta/hoja-etiquetas';
import { buttonClass } from '@/components/ui/button-class';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { Link } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-header';
import { puede } from '@/lib/auth/permisos';
import { requireContext } from '@/lib/auth/session';
import type { Context } from '@/lib/context';
import { leerEtiquetas } from '@/lib/etiqueta/queries';

export const metadata: Metadata = { title: 'Etiquetas' };

type EtiquetasPageProps = {
  searchParams: Promise<{ ids?: string; edicion?: string; presentaciones?: string }>;
};

/** Labels of the products chosen in the list, of a change of prices, or of one product. */
export default async function EtiquetasPage({ searchParams }: EtiquetasPageProps) {
  const ctx = await requireContext();
  const { ids, edicion, presentaciones } = await searchParams;
  const { items, meta } = await leer(ctx, { ids, edicion, presentaciones });
  return (
    <>
      <div className="print:hidden">
        <PageHeader
          title="Etiquetas"
          subtitle={edicion ? 'De los productos de una edición' : 'De góndola y de producto, en hoja o en rollo'}
          back={<Link href="/productos">← Productos</Link>}
        />
      </div>
      {items.length === 0 ? (
        <Card>
          <EmptyState
            icon={Tags}
            title="No hay productos elegidos"
            description="En la lista de productos se marcan los que hagan falta, y «Etiquetas» los trae aquí."
            action={
              <Link href="/productos" className={buttonClass({ variant: 'primario' })}>
                Elegir productos
              </Link>
            }
          />
        </Card>
      ) : (
        <HojaEtiquetas
          etiquetas={items}
          total={meta.total ?? items.length}
          conPresentaciones={presentaciones === 'true'}
          puedeEditar={puede(ctx, 'producto:editar')}
        />
      )}
    </>
  );
}

/** An address that says no product, or nonsense, has none. */
async function leer(ctx: Context, query: Record<string, string | undefined>) {
  try {
    return await leerEtiquetas(ctx, query);
  } catch (error) {
    if (error instanceof ZodError) return { items: [], meta: { total: 0 } };
    throw error;
  }
}
