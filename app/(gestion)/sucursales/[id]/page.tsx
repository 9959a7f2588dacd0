import type { Metadata } from 'next';
import { FormularioSucursal } from '@/components/sucursal/formulario-sucursal';
import { Link } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-header';
import { requireContext } from '@/lib/auth/session';
import { leerSucursal } from '@/lib/sucursal/queries';
import { orNotFound } from '../../inventario/or-not-found';

export const metadata: Metadata = { title: 'Sucursal' };

/** One branch. */
export default async function SucursalPage({ params }: { params: Promise<{ id: string }> }) {
  const [ctx, { id }] = await Promise.all([requireContext(), params]);
  const sucursal = await orNotFound(leerSucursal(ctx, { id }));
  return (
    <>
      <PageHeader back={<Link href="/sucursales">← Sucursales</Link>} title={sucursal.nombre} />
      <FormularioSucursal sucursal={sucursal} />
    </>
  );
}
