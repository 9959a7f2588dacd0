import type { Metadata, Route } from 'next';
import { redirect } from 'next/navigation';
import { CandadoDePagina } from '@/components/acceso/candado-de-pagina';
import { destino } from '@/lib/auth/route-table';
import { requireContext } from '@/lib/auth/session';

export const metadata: Metadata = { title: 'Pantalla bloqueada' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Where every page leads while the sign-in is locked, so that a reload shows nothing else. */
export default async function BloqueadaPage({ searchParams }: Props) {
  const [{ actor }, { volver }] = await Promise.all([requireContext(['bloqueada']), searchParams]);
  const despues = destino(typeof volver === 'string' ? volver : null, actor.permisos) as Route;
  if (!actor.bloqueada) redirect(despues);
  return (
    <main className="flex min-h-dvh flex-col">
      <CandadoDePagina despues={despues} />
    </main>
  );
}
