import type { Metadata } from 'next';
import { ListaConteos } from '@/components/inventario/lista-conteos';
import { PageHeader } from '@/components/ui/page-header';
import { puede } from '@/lib/auth/permisos';
import { requireContext } from '@/lib/auth/session';
import { listarCategorias } from '@/lib/producto/queries';

export const metadata: Metadata = { title: 'Conteos' };

/** Physical counts of the branch. */
export default async function ConteosPage() {
  const ctx = await requireContext();
  const categorias = puede(ctx, 'producto:ver') ? (await listarCategorias(ctx)).items : [];
  return (
    <>
      <PageHeader title="Conteos" subtitle="Contar lo que hay mientras se sigue vendiendo" />
      <ListaConteos categorias={categorias.map(({ id, nombre }) => ({ id, nombre }))} />
    </>
  );
}
