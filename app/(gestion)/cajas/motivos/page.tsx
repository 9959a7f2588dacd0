import type { Metadata } from 'next';
import { Motivos } from '@/components/caja/motivos';
import { Link } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-header';
import { requireContext } from '@/lib/auth/session';
import { listarMotivos } from '@/lib/motivo/queries';

export const metadata: Metadata = { title: 'Motivos de caja' };

/** The list of reasons that the counter chooses from. */
export default async function MotivosPage() {
  const motivos = await listarMotivos(await requireContext());
  return (
    <>
      <PageHeader
        back={<Link href="/cajas">← Cajas</Link>}
        title="Motivos de ingreso y de egreso"
        subtitle="Lo que el mostrador elige al mover efectivo a mano. Cada uno es una cuenta."
      />
      <Motivos motivos={motivos} />
    </>
  );
}
