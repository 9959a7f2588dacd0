import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { FormularioProducto } from '@/components/producto/formulario-producto';
import { Link } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-header';
import { puede } from '@/lib/auth/permisos';
import { requireContext } from '@/lib/auth/session';
import { listarCategorias } from '@/lib/producto/queries';
import { MAXIMO_CODIGO } from '@/lib/producto/rules';

export const metadata: Metadata = { title: 'Nuevo producto' };

type NuevoProductoProps = { searchParams: Promise<{ codigo?: string | string[] }> };

/** A form for one product; `?codigo=` comes from a scan that found nothing. */
export default async function NuevoProductoPage({ searchParams }: NuevoProductoProps) {
  const ctx = await requireContext();
  if (!puede(ctx, 'producto:editar')) redirect('/productos');
  const { items: categorias } = await listarCategorias(ctx);
  const { codigo } = await searchParams;
  return (
    <>
      <PageHeader title="Nuevo producto" back={<Link href="/productos">← Productos</Link>} />
      <FormularioProducto
        categorias={categorias.map(({ id, nombre }) => ({ id, nombre }))}
        conCosto={puede(ctx, 'producto:ver_costo')}
        {...(typeof codigo === 'string' && { codigo: codigo.slice(0, MAXIMO_CODIGO) })}
      />
    </>
  );
}
