import type { Metadata } from 'next';
import { FormularioSucursal } from '@/components/sucursal/formulario-sucursal';
import { Link } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-header';

export const metadata: Metadata = { title: 'Nueva sucursal' };

/** A new branch. */
export default function NuevaSucursalPage() {
  return (
    <>
      <PageHeader
        back={<Link href="/sucursales">← Sucursales</Link>}
        title="Nueva sucursal"
        subtitle="Nace con sus cuentas en el libro"
      />
      <FormularioSucursal sucursal={null} />
    </>
  );
}
