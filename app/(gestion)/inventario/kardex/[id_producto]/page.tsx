import type { Metadata } from 'next';
import Link from 'next/link';
import { Suspense } from 'react';
import { ListaKardex } from '@/components/inventario/lista-kardex';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { SkeletonRows } from '@/components/ui/skeleton';
import { puede } from '@/lib/auth/permisos';
import { requireContext } from '@/lib/auth/session';
import { leerProducto } from '@/lib/producto/queries';
import { diaDe } from '@/lib/time';
import { orNotFound } from '../../or-not-found';

export const metadata: Metadata = { title: 'Kardex' };

type Props = { params: Promise<{ id_producto: string }>; searchParams: Promise<{ id_sucursal?: string }> };

/** The kardex of a product. */
export default async function KardexPage({ params, searchParams }: Props) {
  const [ctx, { id_producto }, { id_sucursal }] = await Promise.all([requireContext(), params, searchParams]);
  const producto = await orNotFound(leerProducto(ctx, { id: id_producto }));
  return (
    <>
      <PageHeader
        back={<Link href="/inventario">← Existencias</Link>}
        title={producto.nombre}
        subtitle="Cada movimiento, con su documento y lo que quedó"
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
          idSucursal={id_sucursal ?? null}
          unidad={producto.unidad}
          conCosto={puede(ctx, 'producto:ver_costo')}
          hoy={diaDe(ctx.ahora)}
        />
      </Suspense>
    </>
  );
}
