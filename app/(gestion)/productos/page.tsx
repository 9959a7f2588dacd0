import { CalendarClock, FileUp, FolderTree, Plus } from 'lucide-react';
import type { Metadata, Route } from 'next';
import { Suspense } from 'react';
import { ListaProductos } from '@/components/producto/lista-productos';
import { buttonClass } from '@/components/ui/button-class';
import { Card } from '@/components/ui/card';
import { Link } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-header';
import { SkeletonRows } from '@/components/ui/skeleton';
import { puede } from '@/lib/auth/permisos';
import { requireContext } from '@/lib/auth/session';
import { listarCategorias } from '@/lib/producto/queries';
import { enArbol } from '@/lib/producto/rules';

export const metadata: Metadata = { title: 'Productos' };

/** The catalogue, with the branch's stock. */
export default async function ProductosPage() {
  const ctx = await requireContext();
  const { items: categorias } = await listarCategorias(ctx);
  const puedeEditar = puede(ctx, 'producto:editar');
  return (
    <>
      <PageHeader
        title="Productos"
        subtitle="El catálogo, con la existencia de esta sucursal"
        actions={
          <>
            {puede(ctx, 'producto:importar') && (
              <Link href="/productos/importar" className={buttonClass({})}>
                <FileUp aria-hidden="true" />
                Importar
              </Link>
            )}
            <Link href={'/productos/vencimientos' as Route} className={buttonClass({})}>
              <CalendarClock aria-hidden="true" />
              Vencimientos
            </Link>
            {puedeEditar && (
              <Link href={'/productos/categorias' as Route} className={buttonClass({})}>
                <FolderTree aria-hidden="true" />
                Categorías
              </Link>
            )}
            {puedeEditar && (
              <Link href="/productos/nuevo" className={buttonClass({ variant: 'primario' })}>
                <Plus aria-hidden="true" />
                Nuevo producto
              </Link>
            )}
          </>
        }
      />
      <Suspense
        fallback={
          <Card flush>
            <SkeletonRows rows={9} label="Cargando productos…" />
          </Card>
        }
      >
        <ListaProductos
          categorias={enArbol(categorias)}
          puedeEditar={puedeEditar}
          puedeEditarMuchos={puede(ctx, 'producto:edicion_masiva')}
          conCosto={puede(ctx, 'producto:ver_costo')}
        />
      </Suspense>
    </>
  );
}
