'use client';

import { useQueryClient } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { Dialog as Radix } from 'radix-ui';
import { useEffect, useLayoutEffect, useSyncExternalStore } from 'react';
import { useLocal } from '@/components/offline/use-local';
import { mostradorQuery } from '@/lib/caja/query-options';
import { estaBloqueada, nacerComoEstaba, oirCandado, vinoSinServidor } from './candado-store';
import { useInactividad } from './inactividad';
import { hayCodigoAqui, pedirBloqueo } from './pedir-bloqueo';

const traerPantalla = () => import('./pantalla-bloqueo').then((m) => m.PantallaBloqueo);
const PantallaBloqueo = dynamic(traerPantalla, { ssr: false });

const NUNCA = () => false;
const quieto = (event: Event) => event.preventDefault();

/**
 * The lock of a page: by F10, and by itself after a time without use where `porInactividad`. What is under it stays as it
 * was, hidden and out of reach, and comes back with the person; the ticket of the counter is on the device.
 */
export function Candado({ porInactividad, sinServidor: nacioSin }: { porInactividad: boolean; sinServidor: boolean }) {
  const bloqueada = useSyncExternalStore(oirCandado, estaBloqueada, NUNCA);
  const router = useRouter();
  const queryClient = useQueryClient();
  // Whoever has no code of this device could not come back without the server: the counter goes on selling.
  const abierta = useLocal((e) => e.conexion === 'sin_conexion' && !hayCodigoAqui(), false);
  useInactividad(porInactividad && !bloqueada && !abierta);
  useLayoutEffect(() => {
    nacerComoEstaba(!nacioSin);
    delete document.documentElement.dataset.porSaber;
  }, [nacioSin]);
  // Who may come in is known before the lock falls: it opens its keys at once, with or without the server.
  useEffect(() => {
    void queryClient.prefetchQuery(mostradorQuery());
    void traerPantalla().catch(() => {});
  }, [queryClient]);
  useEffect(() => {
    const alPulsar = (event: KeyboardEvent) => {
      if (event.key !== 'F10' || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      pedirBloqueo();
    };
    window.addEventListener('keydown', alPulsar);
    return () => window.removeEventListener('keydown', alPulsar);
  }, []);
  useEffect(() => {
    const { dataset } = document.documentElement;
    if (!bloqueada) return;
    dataset.bloqueada = '';
    return () => {
      delete dataset.bloqueada;
    };
  }, [bloqueada]);
  return (
    <Radix.Root open={bloqueada}>
      <Radix.Portal>
        <Radix.Content
          data-candado
          aria-describedby={undefined}
          onEscapeKeyDown={quieto}
          onPointerDownOutside={quieto}
          onInteractOutside={quieto}
          className="fixed inset-0 z-100 flex flex-col overflow-y-auto bg-fondo outline-hidden focus-visible:outline-hidden print:hidden"
        >
          <Radix.Title asChild>
            <span className="sr-only">Pantalla bloqueada</span>
          </Radix.Title>
          <PantallaBloqueo
            onAbierta={() => {
              if (vinoSinServidor()) return window.location.reload();
              void queryClient.invalidateQueries();
              router.refresh();
            }}
            onOtraPersona={() => window.location.reload()}
          />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
