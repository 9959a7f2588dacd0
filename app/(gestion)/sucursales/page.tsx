import type { Metadata } from 'next';
import { TablaSucursales } from '@/components/sucursal/tabla-sucursales';
import { buttonClass } from '@/components/ui/button-class';
import { Link } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-header';
import { requireContext } from '@/lib/auth/session';
import { listarSucursales } from '@/lib/sucursal/queries';

export const metadata: Metadata = { title: 'Sucursales' };

/** The branches of the shop. */
export default async function SucursalesPage() {
  const ctx = await requireContext();
  const sucursales = await listarSucursales(ctx);
  return (
    <>
      <PageHeader
        title="Sucursales"
        subtitle="Sus datos, lo que dicen sus recibos y cómo cobran"
        actions={
          <Link href="/sucursales/nueva" className={buttonClass({ variant: 'primario' })}>
            Nueva sucursal
          </Link>
        }
      />
      <TablaSucursales sucursales={sucursales} />
    </>
  );
}
