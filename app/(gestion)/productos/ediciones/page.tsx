import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Ediciones } from '@/components/producto/ediciones';
import { BotonExportar } from '@/components/shared/boton-exportar';
import { Card } from '@/components/ui/card';
import { Link } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-header';
import { puede } from '@/lib/auth/permisos';
import { requireContext } from '@/lib/auth/session';
import { listarEdiciones } from '@/lib/edicion/queries';

export const metadata: Metadata = { title: 'Ediciones masivas' };

/** The changes that were made to many products at once; each can be undone. */
export default async function EdicionesPage() {
  const ctx = await requireContext();
  if (!puede(ctx, 'producto:edicion_masiva')) redirect('/productos');
  const { items } = await listarEdiciones(ctx, { limite: 100 });
  return (
    <>
      <PageHeader
        title="Ediciones masivas"
        subtitle="Lo que se cambió en muchos productos a la vez"
        back={<Link href="/productos">← Productos</Link>}
      />
      <Card
        flush
        {...(items.length > 0 && { title: 'Últimas', aside: <BotonExportar ruta="/api/inventario/ediciones" /> })}
      >
        <Ediciones ediciones={items} />
      </Card>
    </>
  );
}
