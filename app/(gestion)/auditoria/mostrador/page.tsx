import type { Metadata } from 'next';
import { DiaDeMostrador } from '@/components/auditoria/dia-de-mostrador';
import { FiltrosMostrador } from '@/components/auditoria/filtros-mostrador';
import { Pestanas } from '@/components/auditoria/pestanas';
import { PageHeader } from '@/components/ui/page-header';
import { mirarMostrador } from '@/lib/alerta/queries';
import { requireContext } from '@/lib/auth/session';
import { diaDe, esDia } from '@/lib/time';
import { opcionesDe } from '../opciones';

export const metadata: Metadata = { title: 'El mostrador, por persona' };

/** What an owner looks at in a day of the counter, beside each person's own days. */
export default async function MostradorPage({ searchParams }: PageProps<'/auditoria/mostrador'>) {
  const [ctx, { dia, usuario }] = await Promise.all([requireContext(), searchParams]);
  const hoy = diaDe(ctx.ahora);
  const filtro = {
    dia: typeof dia === 'string' && esDia(dia) && dia <= hoy ? dia : hoy,
    ...(typeof usuario === 'string' && /^[1-9]\d{0,8}$/.test(usuario) && { usuario }),
  };
  const [{ personas }, visto] = await Promise.all([opcionesDe(ctx), mirarMostrador(ctx, filtro)]);
  return (
    <>
      <PageHeader
        title="Auditoría"
        subtitle="Gavetas abiertas sin venta, líneas quitadas, anulaciones, precios, copias y descuentos de un día"
      />
      <Pestanas />
      <FiltrosMostrador hoy={hoy} dia={filtro.dia} personas={personas.filter((p) => p.valor !== '0')} />
      <DiaDeMostrador visto={visto} />
    </>
  );
}
