import { LockKeyhole, Store } from 'lucide-react';
import type { Metadata } from 'next';
import { buttonClass } from '@/components/ui/button-class';
import { EmptyState } from '@/components/ui/empty-state';
import { Link } from '@/components/ui/link';
import { Mostrador } from '@/components/venta/mostrador';
import { permisosDeMostrador } from '@/components/venta/permisos';
import { requireContext } from '@/lib/auth/session';
import { miSesion } from '@/lib/caja/queries';
import { admite } from '@/lib/caja/rules';
import { listarSucursales } from '@/lib/sucursal/queries';

export const metadata: Metadata = { title: 'Vender' };

/** The counter of the person's open caja, or the way to open one. */
export default async function VenderPage() {
  const ctx = await requireContext();
  const [sesion, sucursales] = await Promise.all([miSesion(ctx), listarSucursales(ctx)]);
  if (!sesion) {
    return (
      <EmptyState
        as="h1"
        icon={LockKeyhole}
        title="Para vender hay que abrir una caja"
        description="Se cuenta con cuánto empieza la gaveta y la venta queda lista."
        action={
          <Link href="/caja" className={buttonClass({ variant: 'primario', size: 'mostrador' })}>
            Abrir caja
          </Link>
        }
        className="my-auto"
      />
    );
  }
  if (!admite(sesion.caja.especialidad, 'venta')) {
    return (
      <EmptyState
        as="h1"
        icon={Store}
        title={`${sesion.caja.nombre} no vende productos`}
        description="Es una caja solo de agente. Para vender hay que abrir otra."
        action={
          <Link href="/caja" className={buttonClass({ size: 'mostrador' })}>
            Ir a Caja
          </Link>
        }
        className="my-auto"
      />
    );
  }
  const sucursal = sucursales.find((s) => s.id === sesion.caja.id_sucursal);
  return (
    <Mostrador
      idUsuario={ctx.actor.idUsuario}
      key={sesion.id}
      sesion={{
        id: sesion.id,
        redondea: sucursal?.redondeo_efectivo ?? true,
      }}
      cajero={ctx.actor.nombre}
      formatosBalanza={sucursal?.formatos_balanza ?? []}
      puede={permisosDeMostrador(ctx.actor)}
    />
  );
}
