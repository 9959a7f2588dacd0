import type { Metadata } from 'next';
import { FormularioDocumento } from '@/components/inventario/formulario-documento';
import { Link } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-header';
import { puede } from '@/lib/auth/permisos';
import { requireContext } from '@/lib/auth/session';
import { formatosDeBalanza } from '@/lib/sucursal/queries';

export const metadata: Metadata = { title: 'Nueva salida' };

/** Goods that go out without a sale. */
export default async function SalidaPage() {
  const ctx = await requireContext();
  return (
    <>
      <PageHeader
        back={<Link href="/inventario">← Inventario</Link>}
        title="Nueva salida"
        subtitle="Mercadería que sale sin venderse: mermas, consumo propio y vencidos"
      />
      <FormularioDocumento
        sentido="salida"
        conCosto={puede(ctx, 'producto:ver_costo')}
        formatosBalanza={await formatosDeBalanza(ctx)}
      />
    </>
  );
}
