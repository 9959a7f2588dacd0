import type { Metadata } from 'next';
import { NuevaCaja } from '@/components/caja/acciones-caja';
import { TablaCajas } from '@/components/caja/tabla-cajas';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { puede } from '@/lib/auth/permisos';
import { requireContext } from '@/lib/auth/session';
import { listarCajas } from '@/lib/caja/queries';

export const metadata: Metadata = { title: 'Cajas' };

/** The cajas of the branch, or of all of them for whoever looks after all. */
export default async function CajasPage() {
  const ctx = await requireContext();
  const todas = puede(ctx, 'sucursal:todas');
  const { items } = await listarCajas(ctx, todas ? { id_sucursal: 'todas' } : {});
  const abiertas = items.filter((c) => c.sesion_abierta).length;
  const puedeAdministrar = puede(ctx, 'caja:administrar');
  return (
    <>
      <PageHeader
        title="Cajas"
        subtitle={abiertas === 1 ? '1 abierta ahora' : `${abiertas} abiertas ahora`}
        actions={puedeAdministrar && <NuevaCaja />}
      />
      <Card flush className="overflow-clip">
        <TablaCajas cajas={items} conSucursal={todas} puedeAdministrar={puedeAdministrar} />
      </Card>
    </>
  );
}
