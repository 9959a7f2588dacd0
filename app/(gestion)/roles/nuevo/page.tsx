import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Link } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-header';
import { EditorRol } from '@/components/usuario/editor-rol';
import { puede } from '@/lib/auth/permisos';
import { requireContext } from '@/lib/auth/session';
import { listarRolesDetallados } from '@/lib/rol/queries';

export const metadata: Metadata = { title: 'Nuevo rol' };

/** A role of the shop, from nothing or from another. */
export default async function NuevoRolPage() {
  const ctx = await requireContext();
  if (!puede(ctx, 'rol:administrar')) redirect('/roles');
  const { items } = await listarRolesDetallados(ctx);
  return (
    <>
      <PageHeader title="Nuevo rol" back={<Link href="/roles">← Roles</Link>} />
      <EditorRol otros={items} propios={[...ctx.actor.permisos]} puedeEditar />
    </>
  );
}
