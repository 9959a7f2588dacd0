import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { ArbolCategorias } from '@/components/producto/arbol-categorias';
import { Link } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-header';
import { puede } from '@/lib/auth/permisos';
import { requireContext } from '@/lib/auth/session';
import { listarCategorias } from '@/lib/producto/queries';
import { enArbol } from '@/lib/producto/rules';

export const metadata: Metadata = { title: 'Categorías' };

/** The tree of categories: create, rename, move, delete. */
export default async function CategoriasPage() {
  const ctx = await requireContext();
  if (!puede(ctx, 'producto:editar')) redirect('/productos');
  const { items } = await listarCategorias(ctx);
  return (
    <>
      <PageHeader
        title="Categorías"
        subtitle="Una dentro de otra, hasta cuatro niveles"
        back={<Link href="/productos">← Productos</Link>}
      />
      <ArbolCategorias categorias={enArbol(items)} />
    </>
  );
}
