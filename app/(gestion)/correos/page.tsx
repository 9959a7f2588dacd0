import { LayoutTemplate } from 'lucide-react';
import type { Metadata } from 'next';
import { Suspense } from 'react';
import { AvisoSmtp } from '@/components/correo/aviso-smtp';
import { ListaCorreos } from '@/components/correo/lista-correos';
import { RecibirCierres } from '@/components/correo/recibir-cierres';
import { buttonClass } from '@/components/ui/button-class';
import { Card } from '@/components/ui/card';
import { Link } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-header';
import { SkeletonRows } from '@/components/ui/skeleton';
import { requireContext } from '@/lib/auth/session';
import { estadoDelCorreo } from '@/lib/correo/queries';

export const metadata: Metadata = { title: 'Correos' };

/** What the shop sent by mail, and what waits. */
export default async function CorreosPage() {
  const ctx = await requireContext();
  const { hay_smtp, recibe_cierre } = await estadoDelCorreo(ctx);
  return (
    <>
      <PageHeader
        title="Correos"
        subtitle="Lo que la tienda envió por correo, y lo que espera"
        actions={
          <Link href="/correos/plantillas" className={buttonClass({})}>
            <LayoutTemplate aria-hidden="true" />
            Plantillas
          </Link>
        }
      />
      {!hay_smtp && <AvisoSmtp />}
      {recibe_cierre !== null && (
        <div className="mb-4">
          <RecibirCierres recibe={recibe_cierre} />
        </div>
      )}
      <Suspense
        fallback={
          <Card flush>
            <SkeletonRows rows={8} label="Cargando los correos…" />
          </Card>
        }
      >
        <ListaCorreos />
      </Suspense>
    </>
  );
}
