import type { Metadata, Route } from 'next';
import { Suspense } from 'react';
import { ListaKardex } from '@/components/inventario/lista-kardex';
import { buttonClass } from '@/components/ui/button-class';
import { Card } from '@/components/ui/card';
import { Link } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-header';
import { SkeletonRows } from '@/components/ui/skeleton';
import { puede } from '@/lib/auth/permisos';
import { requireContext } from '@/lib/auth/session';
import { leerProducto } from '@/lib/producto/queries';
import { listarSucursales } from '@/lib/sucursal/queries';
import { diaDe } from '@/lib/time';
import { orNotFound } from '../../or-not-found';

export const metadata: Metadata = { title: 'Kardex' };

type Props = { params: Promise<{ id_producto: string }> };

/** The kardex of a product. */
export default async function KardexPage({ params }: Props) {
  const [ctx, { id_producto }] = await Promise.all([requireContext(), params]);
  const [producto, sucursales] = await Promise.all([
    orNotFound(leerProducto(ctx, { id: id_producto })),
    listarSucursales(ctx),
  ]);
  return (
    <>
      <PageHeader
        back={<Link href="/inventario">← Existencias</Link>}
        title={producto.nombre}
        subtitle="Cada movimiento, con su documento y lo que quedó"
        actions={
          <Link href={`/productos/${producto.id}` as Route} className={buttonClass({})}>
            Ver el producto
          </Link>
        }
      />
      <Suspense
        fallback={
          <Card flush>
            <SkeletonRows rows={8} label="Cargando el kardex…" />
          </Card>
        }
      >
        <ListaKardex
          idProducto={producto.id}
          idSucursal={String(ctx.idSucursal)}
          sucursales={sucursales.map(({ id, nombre }) => ({ id, nombre }))}
          unidad={producto.unidad}
          conCosto={puede(ctx, 'producto:ver_costo')}
          hoy={diaDe(ctx.ahora)}
        />
      </Suspense>
    </>
  );
}
