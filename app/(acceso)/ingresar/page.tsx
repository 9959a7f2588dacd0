import type { Metadata, Route } from 'next';
import { redirect } from 'next/navigation';
import { Logo } from '@/components/layout/logo';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { destino, paginaDeInicio } from '@/lib/auth/route-table';
import { currentContext } from '@/lib/auth/session';
import { IngresarForm } from './ingresar-form';
import { OlvidarDatos } from './olvidar-datos';
import { Portada } from './portada';

export const metadata: Metadata = { title: 'Ingresar' };

const AVISOS: Record<string, string> = {
  sesion: 'La sesión terminó. Al ingresar se vuelve a la misma página.',
  permiso: 'Su rol todavía no abre ninguna pantalla. Quien administra la tienda puede cambiarlo.',
  error: 'No se pudo ingresar. Intente de nuevo.',
};

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const uno = (valor: string | string[] | undefined) => (typeof valor === 'string' ? valor : undefined);

export default async function IngresarPage({ searchParams }: Props) {
  const busqueda = await searchParams;
  const volver = uno(busqueda.volver);
  const actor = (await currentContext())?.actor;
  if (actor && paginaDeInicio(actor.permisos)) redirect(destino(volver, actor.permisos) as Route);
  const motivo = actor ? 'permiso' : busqueda.error ? 'error' : uno(busqueda.motivo);
  const aviso = motivo && Object.hasOwn(AVISOS, motivo) ? AVISOS[motivo] : undefined;
  return (
    <div className="grid min-h-dvh grid-cols-[minmax(0,1fr)] lg:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
      <OlvidarDatos />
      <Portada />
      <main className="flex flex-col items-center justify-center px-5 py-10">
        <div className="w-full max-w-sm">
          <p className="mb-10 flex items-center gap-2.5 lg:hidden">
            <Logo className="size-10" />
            <span className="text-xl font-bold">Kantuta</span>
          </p>
          <h1 className="text-2xl font-bold">Ingresar</h1>
          <p className="mt-1.5 mb-7 text-[0.9375rem] text-tinta-2">Con el correo que la tienda registró para usted.</p>
          {aviso && (
            <Notice tone="aviso" className="mb-5">
              {aviso}
            </Notice>
          )}
          <IngresarForm volver={volver} />
          <p className="mt-4 text-center">
            <Link
              href={'/recuperar' as Route}
              className="inline-flex min-h-11 items-center px-3 font-medium text-marca underline-offset-4 hover:underline"
            >
              ¿Olvidó su contraseña?
            </Link>
          </p>
        </div>
      </main>
    </div>
  );
}
