import { Store } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { AbrirCaja } from '@/components/caja/abrir-caja';
import { CajaAbierta } from '@/components/caja/caja-abierta';
import { buttonClass } from '@/components/ui/button-class';
import { EmptyState } from '@/components/ui/empty-state';
import { puede } from '@/lib/auth/permisos';
import { requireContext } from '@/lib/auth/session';
import { leerSesion, listarCajas, miSesion } from '@/lib/caja/queries';

export const metadata: Metadata = { title: 'Caja' };

/** One's drawer: opening it, or its day until the close. */
export default async function CajaPage() {
  const ctx = await requireContext();
  const sesion = await miSesion(ctx);
  const veEsperado = puede(ctx, 'caja:ver_esperado');
  if (sesion) {
    const detalle = await leerSesion(ctx, { id: sesion.id });
    return <CajaAbierta sesion={detalle} veEsperado={veEsperado} puedeMover={puede(ctx, 'caja:mover')} />;
  }
  const { items } = await listarCajas(ctx);
  if (items.length > 0) {
    const cajas = veEsperado ? items : items.map((caja) => ({ ...caja, saldo: null }));
    return <AbrirCaja cajas={cajas} veEsperado={veEsperado} />;
  }
  return (
    <EmptyState
      as="h1"
      icon={Store}
      title="Esta sucursal todavía no tiene cajas"
      description="Un administrador las crea en gestión, en Cajas."
      action={
        puede(ctx, 'caja:administrar') && (
          <Link href="/cajas" className={buttonClass({ variant: 'primario' })}>
            Crear una caja
          </Link>
        )
      }
      className="my-auto"
    />
  );
}
