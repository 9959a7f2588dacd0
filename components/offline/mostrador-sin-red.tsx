'use client';

import { CloudOff, Loader } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { useEffect, useState } from 'react';
import { AbrirGaveta } from '@/components/impresora/abrir-gaveta';
import { MostradorShell } from '@/components/layout/mostrador-shell';
import { destinosDe } from '@/components/layout/navigation';
import { buttonClass } from '@/components/ui/button-class';
import { EmptyState } from '@/components/ui/empty-state';
import { toast } from '@/components/ui/toast';
import { localCounter } from '@/lib/offline/local';
import type { Identidad } from '@/lib/offline/meta';
import { formatHora } from '@/lib/time';
import { ChipConexion } from './chip-conexion';
import { PaginaSinRed } from './pagina-sin-red';
import { useLocal } from './use-local';
import { useVueltaEnLinea } from './use-vuelta-en-linea';

const CANAL = { tipo: 'sse', desde: null } as const;

/** The counter as this device knows it, without asking the server anything. */
export function MostradorSinRed({ version }: { version: string }) {
  const listo = useLocal((e) => e.listo, false);
  const identidad = useLocal((e) => e.identidad, null);
  const [ruta, setRuta] = useState('');
  const pathname = usePathname();
  // The address is of the page that was asked for; this one stands in its place.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address may change without another render
  useEffect(() => setRuta(window.location.pathname), [pathname]);
  useEffect(() => void localCounter().resume(version), [version]);
  useVueltaEnLinea();
  if (!listo || ruta === '') {
    return (
      <main className="grid min-h-dvh place-items-center">
        <p role="status" className="flex items-center gap-2 text-tinta-2">
          <Loader aria-hidden="true" className="size-5 animate-spin motion-reduce:animate-none" />
          Abriendo el mostrador…
        </p>
      </main>
    );
  }
  if (!identidad) return <NadieAqui />;
  return (
    <Armazon identidad={identidad}>
      <PaginaSinRed identidad={identidad} ruta={ruta} version={version} />
    </Armazon>
  );
}

function Armazon({ identidad, children }: { identidad: Identidad; children: React.ReactNode }) {
  const { usuario, sucursal, sesion, permisos } = identidad;
  return (
    <MostradorShell
      items={destinosDe(new Set(permisos), 'mostrador')}
      usuario={usuario}
      sinServidor
      sucursal={sucursal.nombre}
      caja={sesion?.caja.nombre ?? null}
      estado={
        <>
          <ChipConexion canal={CANAL} />
          {sesion && !sesion.cierre && permisos.includes('caja:abrir_gaveta') && (
            <AbrirGaveta idSesion={sesion.id ?? 0} idUsuario={usuario.id} />
          )}
        </>
      }
      turno={sesion ? `Turno desde ${formatHora(sesion.fechaApertura)}` : null}
      onSignOut={() => {
        toast.error('Sin conexión no se puede cerrar la sesión.');
      }}
    >
      {children}
    </MostradorShell>
  );
}

/** Nobody has worked at this browser, or it gives no store. */
function NadieAqui() {
  const falla = useLocal((e) => e.falla, null);
  return (
    <main className="grid min-h-dvh place-items-center p-4">
      <EmptyState
        as="h1"
        icon={CloudOff}
        title="Sin conexión"
        description={
          falla
            ? 'El navegador no deja guardar datos en este equipo, y el servidor no responde.'
            : 'El servidor no responde, y en este equipo nadie tiene el mostrador abierto.'
        }
        action={
          <button
            type="button"
            className={buttonClass({ variant: 'primario', size: 'mostrador' })}
            onClick={() => window.location.reload()}
          >
            Reintentar
          </button>
        }
      />
    </main>
  );
}
