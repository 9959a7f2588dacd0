import type { Metadata, Route } from 'next';
import { redirect } from 'next/navigation';
import { SegundoFactorPedido } from '@/components/acceso/segundo-factor-pedido';
import { esperaDe } from '@/lib/auth/gate';
import { destino } from '@/lib/auth/route-table';
import { requireContext } from '@/lib/auth/session';

export const metadata: Metadata = { title: 'Segundo factor' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Where whoever runs the shop activates the second factor, when the shop asks it of them, before anything else. */
export default async function SegundoFactorPage({ searchParams }: Props) {
  const [{ actor }, { volver }] = await Promise.all([requireContext(['segundo_factor']), searchParams]);
  const despues = destino(typeof volver === 'string' ? volver : null, actor.permisos) as Route;
  if (esperaDe(actor) !== 'segundo_factor') redirect(despues);
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-md flex-col justify-center gap-5 px-4 py-8">
      <div>
        <h1 className="text-2xl font-bold">Falta un paso</h1>
        <p className="mt-1.5 text-tinta-2">Para seguir hay que activar el segundo factor de su cuenta.</p>
      </div>
      <SegundoFactorPedido despues={despues} />
    </main>
  );
}
