import type { Metadata } from 'next';
import Link from 'next/link';
import { AprobadoPor } from '@/components/aprobacion/aprobado-por';
import { ArqueoImpreso } from '@/components/caja/arqueo-impreso';
import { BotonImprimir } from '@/components/caja/boton-imprimir';
import { CifrasSesion, NOMBRE_DE_CONCEPTO } from '@/components/caja/cifras-sesion';
import { Comparacion } from '@/components/caja/comparacion';
import { FilasSesion } from '@/components/caja/filas-sesion';
import { PieDeLista } from '@/components/caja/pie-de-lista';
import { Card } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { puede } from '@/lib/auth/permisos';
import { requireContext } from '@/lib/auth/session';
import { balanceSesion, filasDeSesion, leerSesion } from '@/lib/caja/queries';
import { fraseDiferencia } from '@/lib/caja/rules';
import { CONCEPTOS } from '@/lib/caja/schemas';
import { centavosDeJson } from '@/lib/money';
import { formatFechaHora } from '@/lib/time';
import { orNotFound } from '../../or-not-found';

export const metadata: Metadata = { title: 'Sesión de caja' };

const POR_PAGINA = 50;

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ ver?: string; desde?: string }> };

/** One session: how it closed, its figures, and the rows that each figure is made of. */
export default async function SesionPage({ params, searchParams }: Props) {
  const [ctx, { id }, { ver, desde: cursor }] = await Promise.all([requireContext(), params, searchParams]);
  const sesion = await orNotFound(leerSesion(ctx, { id }));
  const concepto = CONCEPTOS.find((c) => c === ver) ?? null;
  const cerrada = sesion.estado_sesion === 'CERRADA';
  const visible = cerrada || puede(ctx, 'caja:ver_esperado');
  const [balance, filas] = await Promise.all([
    balanceSesion(ctx, { id }),
    visible
      ? filasDeSesion(ctx, { id, limite: POR_PAGINA, ...(concepto && { concepto }), ...(cursor && { cursor }) })
      : null,
  ]);
  const frase = cerrada ? fraseDiferencia(centavosDeJson(sesion.diferencia ?? 0) ?? 0) : 'Sesión abierta';
  const cierre = sesion.fecha_cierre ? ` a ${formatFechaHora(sesion.fecha_cierre)}` : '';
  return (
    <>
      <div className="flex flex-col gap-5 print:hidden">
        <PageHeader
          back={<Link href={`/cajas/${sesion.id_caja}`}>← {sesion.caja.nombre}</Link>}
          title={frase}
          subtitle={`${sesion.caja.nombre} · ${sesion.cajero} · ${formatFechaHora(sesion.fecha_apertura)}${cierre}`}
          actions={cerrada && <BotonImprimir>Imprimir arqueo</BotonImprimir>}
        />
        <AprobadoPor aprobaciones={sesion.aprobaciones} />
        {cerrada && <Comparacion sesion={sesion} balance={balance} />}
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
      {cerrada && <ArqueoImpreso sesion={sesion} balance={balance} />}
    </>
  );
}
