import type { Metadata } from 'next';
import { FormularioDocumento } from '@/components/inventario/formulario-documento';
import { Link } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-header';
import { puede } from '@/lib/auth/permisos';
import { requireContext } from '@/lib/auth/session';
import { formatosDeBalanza } from '@/lib/sucursal/queries';

export const metadata: Metadata = { title: 'Nueva entrada' };

/** Goods that come in. */
export default async function EntradaPage() {
  const ctx = await requireContext();
  return (
    <>
      <PageHeader
        back={<Link href="/inventario">← Inventario</Link>}
        title="Nueva entrada"
        subtitle="Mercadería que entra sin una compra registrada"
      />
      <FormularioDocumento
        sentido="entrada"
        conCosto={puede(ctx, 'producto:ver_costo')}
        formatosBalanza={await formatosDeBalanza(ctx)}
      />
    </>
  );
}
