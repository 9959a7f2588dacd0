import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { orNotFound } from '@/app/(gestion)/cajas/or-not-found';
import { type ConsultaDeFilas, filtroDe } from '@/app/(gestion)/cajas/sesion/[id]/filtro';
import { tituloDe } from '@/app/(gestion)/cajas/sesion/[id]/titulo';
import { AprobadoPor } from '@/components/aprobacion/aprobado-por';
import { ArqueoImpreso } from '@/components/caja/arqueo-impreso';
import { Comparacion } from '@/components/caja/comparacion';
import { DespuesDelCierre } from '@/components/caja/despues-del-cierre';
import { FilasDeCifra } from '@/components/caja/filas-de-cifra';
import { PapelesArqueo } from '@/components/caja/papeles-arqueo';
import { buttonClass } from '@/components/ui/button-class';
import { Link } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-header';
import { puede } from '@/lib/auth/permisos';
import { requireContext } from '@/lib/auth/session';
import { filasDeSesion, leerSesion } from '@/lib/caja/queries';
import { cierreDeSesion } from '@/lib/caja/queries-cierre';
import { formatDia, formatHora } from '@/lib/time';

export const metadata: Metadata = { title: 'Cierre de caja' };

const POR_PAGINA = 50;

type Props = { params: Promise<{ id: string }>; searchParams: Promise<ConsultaDeFilas> };

/** What a sealed count found, in words, what may have happened, and its paper; a figure opens its rows under it. */
export default async function CierrePage({ params, searchParams }: Props) {
  const [ctx, { id }, consulta] = await Promise.all([requireContext(), params, searchParams]);
  const abierta = (await orNotFound(leerSesion(ctx, { id }))).estado_sesion === 'ABIERTA';
  if (abierta) redirect('/caja');
  const { desde: cursor } = consulta;
  const filtro = filtroDe(consulta);
  const [cierre, filas] = await Promise.all([
    cierreDeSesion(ctx, { id }),
    filtro.concepto || filtro.bolsillo
      ? filasDeSesion(ctx, { id, limite: POR_PAGINA, ...filtro, ...(cursor && { cursor }) })
      : null,
  ]);
  const base = `/caja/cierre/${cierre.sesion.id}`;
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
        <Comparacion cierre={cierre} base={base} />
        {filas && (
          <FilasDeCifra
            base={base}
            filtro={filtro}
            filas={filas.items}
            balance={cierre.balance}
            desde={cursor}
            siguiente={filas.meta.nextCursor}
          />
        )}
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
