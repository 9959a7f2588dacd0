import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { orNotFound } from '@/app/(gestion)/cajas/or-not-found';
import { tituloDe } from '@/app/(gestion)/cajas/sesion/[id]/titulo';
import { AprobadoPor } from '@/components/aprobacion/aprobado-por';
import { ArqueoImpreso } from '@/components/caja/arqueo-impreso';
import { Comparacion } from '@/components/caja/comparacion';
import { DespuesDelCierre } from '@/components/caja/despues-del-cierre';
import { PapelesArqueo } from '@/components/caja/papeles-arqueo';
import { buttonClass } from '@/components/ui/button-class';
import { PageHeader } from '@/components/ui/page-header';
import { puede } from '@/lib/auth/permisos';
import { requireContext } from '@/lib/auth/session';
import { leerSesion } from '@/lib/caja/queries';
import { cierreDeSesion } from '@/lib/caja/queries-cierre';
import { formatDia, formatHora } from '@/lib/time';

export const metadata: Metadata = { title: 'Cierre de caja' };

/** What a sealed count found, in words, what may have happened, and its paper. */
export default async function CierrePage({ params }: { params: Promise<{ id: string }> }) {
  const [ctx, { id }] = await Promise.all([requireContext(), params]);
  const abierta = (await orNotFound(leerSesion(ctx, { id }))).estado_sesion === 'ABIERTA';
  if (abierta) redirect('/caja');
  const cierre = await cierreDeSesion(ctx, { id });
  const { caja, cajero, fecha_apertura, fecha_cierre, id_usuario, aprobaciones } = cierre.sesion;
  const propia = id_usuario === ctx.actor.idUsuario;
  return (
    <div className="mx-auto w-full max-w-5xl p-4 sm:p-6">
      <div className="flex flex-col gap-5 print:hidden">
        <PageHeader
          title={tituloDe(cierre)}
          subtitle={`${caja.nombre} · ${cajero} · ${formatDia(fecha_apertura)}, ${formatHora(fecha_apertura)} a ${fecha_cierre && formatHora(fecha_cierre)} · sellado a ciegas`}
          actions={
            <>
              <PapelesArqueo idSesion={cierre.sesion.id} />
              <Link href="/caja" className={buttonClass({ variant: 'primario', size: 'mostrador' })}>
                Ir a Caja
              </Link>
            </>
          }
        />
        <AprobadoPor aprobaciones={aprobaciones} />
        <Comparacion cierre={cierre} />
        <DespuesDelCierre
          cierre={cierre}
          puedeRecontar={propia || puede(ctx, 'caja:cerrar_ajena')}
          puedeResolver={puede(ctx, 'tarea:resolver')}
        />
      </div>
      <ArqueoImpreso cierre={cierre} />
    </div>
  );
}
