import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { ZodError } from 'zod';
import { EliminarProducto } from '@/components/producto/eliminar-producto';
import { FichaProducto } from '@/components/producto/ficha-producto';
import { FormularioProducto } from '@/components/producto/formulario-producto';
import { PageHeader } from '@/components/ui/page-header';
import { puede } from '@/lib/auth/permisos';
import { requireContext } from '@/lib/auth/session';
import type { Context } from '@/lib/context';
import { NoEncontradoError } from '@/lib/errors';
import { leerProducto, listarCategorias } from '@/lib/producto/queries';
import { formatFechaHora } from '@/lib/time';

export const metadata: Metadata = { title: 'Producto' };

/** One product: its form for whoever may change it, else its sheet. */
export default async function ProductoPage({ params }: { params: Promise<{ id: string }> }) {
  const ctx = await requireContext();
  const [producto, { items: categorias }] = await Promise.all([leer(ctx, (await params).id), listarCategorias(ctx)]);
  const puedeEditar = puede(ctx, 'producto:editar');
  return (
    <>
      <PageHeader
        title={producto.nombre}
        subtitle={`Último cambio: ${formatFechaHora(producto.updated_at)}`}
        back={<Link href="/productos">← Productos</Link>}
        actions={puedeEditar && <EliminarProducto id={producto.id} nombre={producto.nombre} />}
      />
      {puedeEditar ? (
        <FormularioProducto
          key={producto.id}
          producto={producto}
          categorias={categorias.map(({ id, nombre }) => ({ id, nombre }))}
          conCosto={puede(ctx, 'producto:ver_costo')}
          puedeAjustar={puede(ctx, 'producto:ajustar')}
        />
      ) : (
        <FichaProducto producto={producto} />
      )}
    </>
  );
}

async function leer(ctx: Context, id: string) {
  try {
    return await leerProducto(ctx, { id });
  } catch (error) {
    if (error instanceof NoEncontradoError || error instanceof ZodError) notFound();
    throw error;
  }
}
