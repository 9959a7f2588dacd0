import type { Metadata } from 'next';
import Link from 'next/link';
import { HojaCorreo } from '@/components/correo/hoja-correo';
import { Card } from '@/components/ui/card';
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
      <div className="flex flex-col gap-5">
        {muestras.map((m) => (
          <Card key={m.plantilla} title={m.nombre} aside={m.asunto}>
            <HojaCorreo asunto={m.asunto} html={m.html} texto={m.texto} />
          </Card>
        ))}
      </div>
    </>
  );
}
