import type { Metadata } from 'next';
import { NuevaCaja } from '@/components/caja/acciones-caja';
import { TablaCajas } from '@/components/caja/tabla-cajas';
import { BotonExportar } from '@/components/shared/boton-exportar';
import { buttonClass } from '@/components/ui/button-class';
import { Card } from '@/components/ui/card';
import { Link } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-header';
import { puede } from '@/lib/auth/permisos';
import { requireContext } from '@/lib/auth/session';
import { listarAsignables, listarCajas } from '@/lib/caja/queries';

export const metadata: Metadata = { title: 'Cajas' };

/** The cajas of the branch, or of all of them for whoever looks after all. */
export default async function CajasPage() {
  const ctx = await requireContext();
  const todas = puede(ctx, 'sucursal:todas');
  const puedeAdministrar = puede(ctx, 'caja:administrar');
  const [{ items }, asignables] = await Promise.all([
    listarCajas(ctx, todas ? { id_sucursal: 'todas' } : {}),
    puedeAdministrar ? listarAsignables(ctx) : null,
  ]);
  const abiertas = items.filter((c) => c.sesion_abierta).length;
  return (
    <>
      <PageHeader
        title="Cajas"
        subtitle={abiertasAhora(abiertas)}
        actions={
          <>
            <Link href="/cajas/vivas" className={buttonClass({})}>
              En vivo
            </Link>
            <Link href="/cajas/historial" className={buttonClass({})}>
              Historial
            </Link>
            {puede(ctx, 'caja:ver_fuerte') && (
              <Link href="/cajas/caja-fuerte" className={buttonClass()}>
                Caja fuerte
              </Link>
            )}
            {asignables && (
              <>
                <Link href="/cajas/motivos" className={buttonClass()}>
                  Motivos
                </Link>
                <NuevaCaja asignables={asignables} />
              </>
            )}
          </>
        }
      />
      <Card
        flush
        title="Cajas"
        aside={<BotonExportar ruta="/api/cajas" filtro={{ id_sucursal: todas ? 'todas' : null }} />}
        className="overflow-clip"
      >
        <TablaCajas cajas={items} conSucursal={todas} asignables={asignables} />
      </Card>
    </>
  );
}

function abiertasAhora(cuantas: number): string {
  if (cuantas === 0) return 'Ninguna abierta ahora';
  return cuantas === 1 ? '1 abierta ahora' : `${cuantas} abiertas ahora`;
}
