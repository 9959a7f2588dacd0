import type { Metadata } from 'next';
import Link from 'next/link';
import { AprobadoPor } from '@/components/aprobacion/aprobado-por';
import { AperturaExplicada } from '@/components/caja/apertura-explicada';
import { ArqueoImpreso } from '@/components/caja/arqueo-impreso';
import { CifrasSesion, NOMBRE_DE_CONCEPTO } from '@/components/caja/cifras-sesion';
import { Comparacion } from '@/components/caja/comparacion';
import { DespuesDelCierre } from '@/components/caja/despues-del-cierre';
import { FilasSesion } from '@/components/caja/filas-sesion';
import { PapelesArqueo } from '@/components/caja/papeles-arqueo';
import { PieDeLista } from '@/components/caja/pie-de-lista';
import { Card } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { puede } from '@/lib/auth/permisos';
import { requireContext } from '@/lib/auth/session';
import { balanceSesion, filasDeSesion, leerSesion } from '@/lib/caja/queries';
import { cierreDeSesion } from '@/lib/caja/queries-cierre';
import { CONCEPTOS } from '@/lib/caja/schemas';
import { formatFechaHora } from '@/lib/time';
import { orNotFound } from '../../or-not-found';
import { tituloDe } from './titulo';

export const metadata: Metadata = { title: 'Sesión de caja' };

const POR_PAGINA = 50;

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ ver?: string; desde?: string }> };

/** One session: how it closed, what was done about it since, its figures, and the rows that each figure is made of. */
export default async function SesionPage({ params, searchParams }: Props) {
  const [ctx, { id }, { ver, desde: cursor }] = await Promise.all([requireContext(), params, searchParams]);
  const sesion = await orNotFound(leerSesion(ctx, { id }));
  const concepto = CONCEPTOS.find((c) => c === ver) ?? null;
  const cerrada = sesion.estado_sesion === 'CERRADA';
  const visible = cerrada || puede(ctx, 'caja:ver_esperado');
  const [cierre, filas] = await Promise.all([
    cerrada ? cierreDeSesion(ctx, { id }) : null,
    visible
      ? filasDeSesion(ctx, { id, limite: POR_PAGINA, ...(concepto && { concepto }), ...(cursor && { cursor }) })
      : null,
  ]);
  const balance = cierre?.balance ?? (await balanceSesion(ctx, { id }));
  const hasta = sesion.fecha_cierre ? ` a ${formatFechaHora(sesion.fecha_cierre)}` : '';
  const ajena = sesion.id_usuario !== ctx.actor.idUsuario;
  return (
    <>
      <div className="flex flex-col gap-5 print:hidden">
        <PageHeader
          back={<Link href={`/cajas/${sesion.id_caja}`}>← {sesion.caja.nombre}</Link>}
          title={cierre ? tituloDe(cierre) : 'Sesión abierta'}
          subtitle={`${sesion.caja.nombre} · ${sesion.cajero} · ${formatFechaHora(sesion.fecha_apertura)}${hasta}`}
          actions={cerrada && <PapelesArqueo idSesion={sesion.id} />}
        />
        <AprobadoPor aprobaciones={sesion.aprobaciones} />
        <AperturaExplicada sesion={sesion} />
        {cierre && <Comparacion cierre={cierre} />}
        {cierre && (
          <DespuesDelCierre
            cierre={cierre}
            puedeRecontar={puede(ctx, 'caja:abrir') && (!ajena || puede(ctx, 'caja:cerrar_ajena'))}
            puedeResolver={puede(ctx, 'tarea:resolver')}
          />
        )}
        <CifrasSesion sesion={sesion} balance={balance} ver={concepto} />
        {filas ? (
          <Card title={concepto ? NOMBRE_DE_CONCEPTO[concepto] : 'Todas las filas'} flush className="overflow-clip">
            <FilasSesion filas={filas.items} />
            <PieDeLista
              base={`/cajas/sesion/${sesion.id}${concepto ? `?ver=${concepto}` : ''}`}
              desde={cursor}
              siguiente={filas.meta.nextCursor}
            />
          </Card>
        ) : (
          <Notice>Las cifras se ven cuando la caja se cierre.</Notice>
        )}
      </div>
      {cierre && <ArqueoImpreso cierre={cierre} />}
    </>
  );
}
