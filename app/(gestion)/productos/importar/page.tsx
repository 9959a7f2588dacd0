import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { FormatoArchivo } from '@/components/producto/formato-archivo';
import { ImportacionesRecientes } from '@/components/producto/importaciones-recientes';
import { SubirArchivo } from '@/components/producto/subir-archivo';
import { Link } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-header';
import { puede } from '@/lib/auth/permisos';
import { requireContext } from '@/lib/auth/session';
import { listarImportaciones } from '@/lib/producto/queries';

export const metadata: Metadata = { title: 'Importar productos' };

/** Where a file of products comes in, and the last ones that did. */
export default async function ImportarPage() {
  const ctx = await requireContext();
  if (!puede(ctx, 'producto:importar')) redirect('/productos');
  const { items } = await listarImportaciones(ctx, { limite: 10 });
  return (
    <>
      <PageHeader
        title="Importar productos"
        subtitle="Traer o actualizar el catálogo desde Excel o CSV"
        back={<Link href="/productos">← Productos</Link>}
      />
      <div className="flex flex-col gap-4">
        <div className="grid items-start gap-4 lg:grid-cols-2">
          <SubirArchivo />
          <FormatoArchivo />
        </div>
        <ImportacionesRecientes importaciones={items} />
      </div>
    </>
  );
}
