import type { Metadata } from 'next';
import { Diferencias } from '@/components/caja/diferencias';
import { FiltrosHistorial } from '@/components/caja/filtros-historial';
import { PieDeLista } from '@/components/caja/pie-de-lista';
import { TablaSesiones } from '@/components/caja/tabla-sesiones';
import { BotonExportar } from '@/components/shared/boton-exportar';
import { Card } from '@/components/ui/card';
import { Link } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-header';
import { puede } from '@/lib/auth/permisos';
import { requireContext } from '@/lib/auth/session';
import { listarCajas, listarSesiones } from '@/lib/caja/queries';
import { diferenciasEnElTiempo } from '@/lib/caja/queries-cierre';
import { diaDe, esDia } from '@/lib/time';

export const metadata: Metadata = { title: 'Historial de cajas' };

const POR_PAGINA = 25;

type Props = { searchParams: Promise<Partial<Record<string, string | string[]>>> };

/** Sessions of every caja and cashier, and how their differences go over time. */
export default async function HistorialPage({ searchParams }: Props) {
  const [ctx, q] = await Promise.all([requireContext(), searchParams]);
  const filtro = filtroDe(q);
  const cursor = texto(q.cursor);
  const todas = puede(ctx, 'sucursal:todas');
  const [cajas, sesiones, grupos, personas] = await Promise.all([
    listarCajas(ctx, todas ? { id_sucursal: 'todas' } : {}),
    listarSesiones(ctx, { ...filtro, limite: POR_PAGINA, ...(cursor && { cursor }) }),
    diferenciasEnElTiempo(ctx, { ...filtro, ...(q.por === 'caja' && { por: 'caja' }) }),
    diferenciasEnElTiempo(ctx, { desde: '2020-01-01' }),
  ]);
  const base = new URLSearchParams(
    Object.entries(q).flatMap(([k, v]) => (typeof v === 'string' && k !== 'cursor' ? [[k, v]] : [])),
  );
  return (
    <>
      <PageHeader
        back={<Link href="/cajas">← Cajas</Link>}
        title="Historial de cajas"
        subtitle="Cada sesión con su cierre, y cómo van las diferencias en el tiempo."
      />
      <FiltrosHistorial
        cajas={cajas.items.map((c) => ({ id: c.id, nombre: todas ? `${c.nombre} · ${c.sucursal}` : c.nombre }))}
        personas={personas.map(({ id, nombre }) => ({ id, nombre })).sort((a, b) => a.nombre.localeCompare(b.nombre))}
        hoy={diaDe(ctx.ahora)}
      />
      <h2 className="mb-3 text-lg font-semibold">Diferencias en el tiempo</h2>
      <Diferencias grupos={grupos} />
      <Card
        title="Sesiones"
        aside={<BotonExportar ruta="/api/cajas/sesiones" filtro={filtro} />}
        flush
        className="mt-5 overflow-clip"
      >
        <TablaSesiones sesiones={sesiones.items} conCaja conSucursal={todas} />
        <PieDeLista
          base={`/cajas/historial?${base}`}
          desde={cursor}
          siguiente={sesiones.meta.nextCursor}
          parametro="cursor"
        />
      </Card>
    </>
  );
}

const texto = (v: string | string[] | undefined) => (typeof v === 'string' && v ? v : undefined);

/** What of the address can be a filter; anything else is as if it were not there. */
function filtroDe(q: Awaited<Props['searchParams']>) {
  const dia = (v: string | undefined) => (v && esDia(v) ? v : undefined);
  const id = (v: string | undefined) => (v && /^[1-9]\d{0,8}$/.test(v) ? Number(v) : undefined);
  const [desde, hasta, id_caja, id_usuario] = [
    dia(texto(q.desde)),
    dia(texto(q.hasta)),
    id(texto(q.caja)),
    id(texto(q.persona)),
  ];
  return {
    ...(desde && { desde }),
    ...(hasta && { hasta }),
    ...(id_caja && { id_caja }),
    ...(id_usuario && { id_usuario }),
  };
}
