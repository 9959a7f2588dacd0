import { ArrowDownToLine, ArrowUpFromLine } from 'lucide-react';
import type { Metadata } from 'next';
import { Suspense } from 'react';
import { ListaExistencias } from '@/components/inventario/lista-existencias';
import { buttonClass } from '@/components/ui/button-class';
import { Card } from '@/components/ui/card';
import { Link } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-header';
import { SkeletonRows } from '@/components/ui/skeleton';
import { puede } from '@/lib/auth/permisos';
import { requireContext } from '@/lib/auth/session';
import { listarCategorias } from '@/lib/producto/queries';
import { listarSucursales } from '@/lib/sucursal/queries';

export const metadata: Metadata = { title: 'Inventario' };

/** What there is in the branch. */
export default async function InventarioPage() {
  const ctx = await requireContext();
  const [categorias, sucursales] = await Promise.all([
    puede(ctx, 'producto:ver') ? listarCategorias(ctx).then((p) => p.items) : [],
    listarSucursales(ctx),
  ]);
  return (
    <>
      <PageHeader
        title="Inventario"
        subtitle="Lo que hay de cada producto, y para cuántos días alcanza"
        actions={
          <>
            {puede(ctx, 'inventario:salida') && (
              <Link href="/inventario/salida" className={buttonClass({})}>
                <ArrowUpFromLine aria-hidden="true" />
                Salida
              </Link>
            )}
            {puede(ctx, 'inventario:entrada') && (
              <Link href="/inventario/entrada" className={buttonClass({ variant: 'primario' })}>
                <ArrowDownToLine aria-hidden="true" />
                Entrada
              </Link>
            )}
          </>
        }
      />
      <Suspense
        fallback={
          <Card flush>
            <SkeletonRows rows={8} label="Cargando las existencias…" />
          </Card>
        }
      >
        <ListaExistencias
          categorias={categorias.map(({ id, nombre }) => ({ id, nombre }))}
          sucursales={sucursales.map(({ id, nombre }) => ({ id, nombre }))}
          conCosto={puede(ctx, 'producto:ver_costo')}
        />
      </Suspense>
    </>
  );
}
