import type { Metadata } from 'next';
import { AprobadoPor } from '@/components/aprobacion/aprobado-por';
import { AperturaExplicada } from '@/components/caja/apertura-explicada';
import { ArqueoImpreso } from '@/components/caja/arqueo-impreso';
import { CifrasSesion } from '@/components/caja/cifras-sesion';
import { Comparacion } from '@/components/caja/comparacion';
import { DespuesDelCierre } from '@/components/caja/despues-del-cierre';
import { FilasDeCifra } from '@/components/caja/filas-de-cifra';
import { PapelesArqueo } from '@/components/caja/papeles-arqueo';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { puede } from '@/lib/auth/permisos';
import { requireContext } from '@/lib/auth/session';
import { balanceSesion, filasDeSesion, leerSesion } from '@/lib/caja/queries';
import { cierreDeSesion } from '@/lib/caja/queries-cierre';
import { diaDe, formatFechaHora, formatHora } from '@/lib/time';
import { orNotFound } from '../../or-not-found';
import { type ConsultaDeFilas, filtroDe } from './filtro';
import { tituloDe } from './titulo';

export const metadata: Metadata = { title: 'Sesión de caja' };

const POR_PAGINA = 50;

type Props = { params: Promise<{ id: string }>; searchParams: Promise<ConsultaDeFilas> };

/** One session: how it closed, what was done about it since, its figures, and the rows that each figure is made of. */
export default async function SesionPage({ params, searchParams }: Props) {
  const [ctx, { id }, consulta] = await Promise.all([requireContext(), params, searchParams]);
  const { desde: cursor } = consulta;
  const filtro = filtroDe(consulta);
  const sesion = await orNotFound(leerSesion(ctx, { id }));
  const cerrada = sesion.estado_sesion === 'CERRADA';
  const visible = cerrada || puede(ctx, 'caja:ver_esperado');
  const [cierre, filas] = await Promise.all([
    cerrada ? cierreDeSesion(ctx, { id }) : null,
    visible ? filasDeSesion(ctx, { id, limite: POR_PAGINA, ...filtro, ...(cursor && { cursor }) }) : null,
  ]);
  const balance = cierre?.balance ?? (await balanceSesion(ctx, { id }));
  const base = `/cajas/sesion/${sesion.id}`;
  const ajena = sesion.id_usuario !== ctx.actor.idUsuario;
  return (
    <>
      <div className="flex flex-col gap-5 print:hidden">
        <PageHeader
          back={<Link href={`/cajas/${sesion.id_caja}`}>← {sesion.caja.nombre}</Link>}
          title={cierre ? tituloDe(cierre) : 'Sesión abierta'}
          subtitle={`${sesion.caja.nombre} · ${sesion.cajero} · ${horas(sesion)}`}
          actions={cerrada && <PapelesArqueo idSesion={sesion.id} />}
        />
        <AprobadoPor aprobaciones={sesion.aprobaciones} />
        <AperturaExplicada sesion={sesion} />
        {cierre && <Comparacion cierre={cierre} base={base} />}
        {cierre && (
          <DespuesDelCierre
            cierre={cierre}
            puedeRecontar={puede(ctx, 'caja:abrir') && (!ajena || puede(ctx, 'caja:cerrar_ajena'))}
            puedeResolver={puede(ctx, 'tarea:resolver')}
          />
        )}
        <CifrasSesion base={base} sesion={sesion} balance={balance} ver={filtro} />
        {filas ? (
          <FilasDeCifra
            base={base}
            filtro={filtro}
            filas={filas.items}
            balance={balance}
            desde={cursor}
            siguiente={filas.meta.nextCursor}
          />
        ) : (
          <Notice>Las cifras se ven cuando la caja se cierre.</Notice>
        )}
      </div>
      {cierre && <ArqueoImpreso cierre={cierre} />}
    </>
  );
}

/** From when to when, with the day again only where it is another. */
function horas({
  fecha_apertura: desde,
  fecha_cierre: hasta,
}: {
  fecha_apertura: string;
  fecha_cierre: string | null;
}) {
  if (!hasta) return `desde ${formatFechaHora(desde)}`;
  const mismoDia = diaDe(new Date(desde)) === diaDe(new Date(hasta));
  return `${formatFechaHora(desde)} a ${mismoDia ? formatHora(hasta) : formatFechaHora(hasta)}`;
}
