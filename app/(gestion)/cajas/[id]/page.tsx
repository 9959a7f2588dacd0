import type { Metadata } from 'next';
import { AccionesCaja } from '@/components/caja/acciones-caja';
import { ChipCaja } from '@/components/caja/chips';
import { PieDeLista } from '@/components/caja/pie-de-lista';
import { TablaSesiones } from '@/components/caja/tabla-sesiones';
import { Card } from '@/components/ui/card';
import { Link } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-header';
import { puede } from '@/lib/auth/permisos';
import { requireContext } from '@/lib/auth/session';
import { listarAsignables, listarSesiones, unaCaja } from '@/lib/caja/queries';
import { ESPECIALIDAD_EN_PALABRAS } from '@/lib/caja/rules';
import { orNotFound } from '../or-not-found';

export const metadata: Metadata = { title: 'Caja' };

const POR_PAGINA = 25;

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ desde?: string }> };

/** One caja and the history of its sessions. */
export default async function CajaPage({ params, searchParams }: Props) {
  const [ctx, { id }, { desde: cursor }] = await Promise.all([requireContext(), params, searchParams]);
  const caja = await orNotFound(unaCaja(ctx, { id }));
  const pagina = { id_caja: caja.id, limite: POR_PAGINA };
  const [sesiones, asignables] = await Promise.all([
    listarSesiones(ctx, cursor ? { ...pagina, cursor } : pagina),
    puede(ctx, 'caja:administrar') ? listarAsignables(ctx) : null,
  ]);
  return (
    <>
      <PageHeader
        back={<Link href="/cajas">← Cajas</Link>}
        title={caja.nombre}
        subtitle={`${ESPECIALIDAD_EN_PALABRAS[caja.especialidad].nombre} · ${caja.sucursal}`}
        actions={
          <>
            <ChipCaja caja={caja} />
            {asignables && <AccionesCaja caja={caja} asignables={asignables} alEliminar="/cajas" />}
          </>
        }
      />
      <Card
        title="Sesiones"
        aside={
          <Link
            href={`/cajas/historial?caja=${caja.id}&por=caja`}
            className="inline-flex min-h-11 items-center underline underline-offset-4"
          >
            Sus diferencias en el tiempo
          </Link>
        }
        flush
        className="overflow-clip"
      >
        <TablaSesiones sesiones={sesiones.items} />
        <PieDeLista base={`/cajas/${caja.id}`} desde={cursor} siguiente={sesiones.meta.nextCursor} />
      </Card>
    </>
  );
}
