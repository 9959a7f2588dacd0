import type { Metadata, Route } from 'next';
import { redirect } from 'next/navigation';
import { Button } from '@/components/ui/button';
import { CambiarClavePropia } from '@/components/usuario/cambiar-clave-propia';
import { salirAction } from '@/lib/auth/actions';
import { destino } from '@/lib/auth/route-table';
import { requireContext } from '@/lib/auth/session';

export const metadata: Metadata = { title: 'Elegir contraseña' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Where whoever got a password from somebody else chooses their own, before anything else. */
export default async function CambiarClavePage({ searchParams }: Props) {
  const [{ actor }, { volver }] = await Promise.all([
    requireContext(['cambiar_clave', 'segundo_factor']),
    searchParams,
  ]);
  const despues = destino(typeof volver === 'string' ? volver : null, actor.permisos) as Route;
  if (!actor.debeCambiarClave) redirect(despues);
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-md flex-col justify-center gap-5 px-4 py-8">
      <div>
        <h1 className="text-2xl font-bold">Elija su contraseña</h1>
        <p className="mt-1.5 text-tinta-2">
          La que tiene se la dio otra persona. Desde ahora, solo usted debe saberla.
        </p>
      </div>
      <CambiarClavePropia email={actor.email} despues={despues} />
      <form action={salirAction}>
        <Button type="submit" variant="fantasma" className="w-full">
          Salir
        </Button>
      </form>
    </main>
  );
}
