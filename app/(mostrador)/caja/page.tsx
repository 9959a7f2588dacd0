import { Store } from 'lucide-react';
import type { Metadata } from 'next';
import { AbrirCaja } from '@/components/caja/abrir-caja';
import { CajaAbierta } from '@/components/caja/caja-abierta';
import { buttonClass } from '@/components/ui/button-class';
import { EmptyState } from '@/components/ui/empty-state';
import { Link } from '@/components/ui/link';
import { puede } from '@/lib/auth/permisos';
import { requireContext } from '@/lib/auth/session';
import { leerSesion, listarCajas, miSesion } from '@/lib/caja/queries';

export const metadata: Metadata = { title: 'Caja' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** One's drawer: opening it, or its day until the close. */
export default async function CajaPage({ searchParams }: Props) {
  const [ctx, { abrir }] = await Promise.all([requireContext(), searchParams]);
  const sesion = await miSesion(ctx);
  const veEsperado = puede(ctx, 'caja:ver_esperado');
  const propia = sesion?.id_usuario === ctx.actor.idUsuario;
  // By PIN one is at this caja and no other; who is admitted by their own sign-in may also have one of their own.
  const puedeAbrirOtra = !propia && ctx.actor.nivel === 'clave' && puede(ctx, 'caja:abrir');
  if (sesion && !(puedeAbrirOtra && abrir === 'otra')) {
    const detalle = await leerSesion(ctx, { id: sesion.id });
    const ajena = puede(ctx, 'caja:cerrar_ajena');
    return (
      <CajaAbierta
        sesion={detalle}
        veEsperado={veEsperado}
        base={puede(ctx, 'caja:ver') ? `/cajas/sesion/${sesion.id}` : null}
        puedeMover={puede(ctx, 'caja:mover')}
        puedeAdmitir={ajena || (propia && puede(ctx, 'caja:admitir'))}
        puedeCerrar={propia || ajena}
        puedeAbrirOtra={puedeAbrirOtra}
      />
    );
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
