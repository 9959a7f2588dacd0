import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Logo } from '@/components/layout/logo';
import { INGRESAR } from '@/lib/auth/route-table';
import { estaInstalada } from '@/lib/instalacion/instalada';
import { Asistente } from './asistente';

export const metadata: Metadata = { title: 'Instalar' };

/** The first page of a new shop, and of no other. */
export default async function InstalarPage() {
  if (await estaInstalada()) redirect(INGRESAR);
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-xl flex-col justify-center px-5 py-10">
      <p className="mb-8 flex items-center gap-2.5">
        <Logo className="size-10" />
        <span className="text-xl font-bold">Kantuta</span>
      </p>
      <h1 className="text-2xl font-bold">Instalar la tienda</h1>
      <p className="mt-1.5 mb-7 text-[0.9375rem] text-tinta-2">
        Tres pasos, una sola vez. Después se ingresa con el correo y la contraseña que se eligen aquí.
      </p>
      <Asistente />
    </main>
  );
}
