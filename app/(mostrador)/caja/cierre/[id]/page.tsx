import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { orNotFound } from '@/app/(gestion)/cajas/or-not-found';
import { ArqueoImpreso } from '@/components/caja/arqueo-impreso';
import { BotonImprimir } from '@/components/caja/boton-imprimir';
import { Comparacion } from '@/components/caja/comparacion';
import { buttonClass } from '@/components/ui/button-class';
import { PageHeader } from '@/components/ui/page-header';
import { requireContext } from '@/lib/auth/session';
import { balanceSesion, leerSesion } from '@/lib/caja/queries';
import { fraseDiferencia } from '@/lib/caja/rules';
import { centavosDeJson } from '@/lib/money';
import { formatDia, formatHora } from '@/lib/time';

export const metadata: Metadata = { title: 'Cierre de caja' };

/** What a sealed count found, in words, and its paper. */
export default async function CierrePage({ params }: { params: Promise<{ id: string }> }) {
  const [ctx, { id }] = await Promise.all([requireContext(), params]);
  const sesion = await orNotFound(leerSesion(ctx, { id }));
  if (sesion.estado_sesion === 'ABIERTA' || !sesion.fecha_cierre) redirect('/caja');
  const balance = await balanceSesion(ctx, { id });
  const { caja, cajero, fecha_apertura, fecha_cierre } = sesion;
  return (
    <div className="mx-auto w-full max-w-5xl p-4 sm:p-6">
      <div className="print:hidden">
        <PageHeader
          title={fraseDiferencia(centavosDeJson(sesion.diferencia ?? 0) ?? 0)}
          subtitle={`${caja.nombre} · ${cajero} · ${formatDia(fecha_apertura)}, ${formatHora(fecha_apertura)} a ${formatHora(fecha_cierre)} · sellado a ciegas`}
          actions={
            <>
              <BotonImprimir>Imprimir arqueo</BotonImprimir>
              <Link href="/caja" className={buttonClass({ variant: 'primario', size: 'mostrador' })}>
                Ir a Caja
              </Link>
            </>
          }
        />
        <Comparacion sesion={sesion} balance={balance} />
      </div>
      <ArqueoImpreso sesion={sesion} balance={balance} />
    </div>
  );
}
