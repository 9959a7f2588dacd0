import type { Metadata } from 'next';
import { ListaDispositivos } from '@/components/mostrador/lista-dispositivos';
import { PageHeader } from '@/components/ui/page-header';
import { puede } from '@/lib/auth/permisos';
import { requireContext } from '@/lib/auth/session';

export const metadata: Metadata = { title: 'Equipos' };

/** The browsers that sell. */
export default async function DispositivosPage() {
  const ctx = await requireContext();
  return (
    <>
      <PageHeader title="Equipos" subtitle="Los navegadores que venden, también sin conexión" />
      <ListaDispositivos puedeAdministrar={puede(ctx, 'dispositivo:administrar')} />
    </>
  );
}
