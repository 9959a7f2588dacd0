import type { Metadata } from 'next';
import { Muestras } from '@/components/correo/muestras';
import { Link } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-header';
import { requireContext } from '@/lib/auth/session';
import { muestrasDeCorreo } from '@/lib/correo/queries';

export const metadata: Metadata = { title: 'Plantillas de correo' };

/** Every template with made-up facts. */
export default async function PlantillasPage() {
  const muestras = await muestrasDeCorreo(await requireContext());
  return (
    <>
      <PageHeader
        back={<Link href="/correos">← Correos</Link>}
        title="Plantillas"
        subtitle="Cada correo que manda la tienda, con datos de ejemplo"
      />
      <Muestras muestras={muestras} />
    </>
  );
}
