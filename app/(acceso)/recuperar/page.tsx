import type { Metadata } from 'next';
import { Logo } from '@/components/layout/logo';
import { Link } from '@/components/ui/link';
import { codigoLlegaSolo } from '@/lib/auth/recuperar/canal';
import { Portada } from '../ingresar/portada';
import { Recuperar } from './recuperar';

export const metadata: Metadata = { title: 'Recuperar la contraseña' };

/** Choosing a forgotten password again with a code that proves whose mail it is. */
export default function RecuperarPage() {
  return (
    <div className="grid min-h-dvh grid-cols-[minmax(0,1fr)] lg:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
      <Portada />
      <main className="flex flex-col items-center justify-center px-5 py-10">
        <div className="w-full max-w-sm">
          <p className="mb-10 flex items-center gap-2.5 lg:hidden">
            <Logo className="size-10" />
            <span className="text-xl font-bold">Kantuta</span>
          </p>
          <Recuperar llegaSolo={codigoLlegaSolo()} />
          <p className="mt-6 text-center">
            <Link
              href="/ingresar"
              className="inline-flex min-h-11 items-center px-3 font-medium text-marca underline-offset-4 hover:underline"
            >
              Volver a ingresar
            </Link>
          </p>
        </div>
      </main>
    </div>
  );
}
