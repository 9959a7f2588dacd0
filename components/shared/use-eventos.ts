'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Canal, EstadoConexion, Oyente } from '@/lib/realtime/browser/connection';
import { PusherConnection } from '@/lib/realtime/browser/pusher';
import { Refresher } from '@/lib/realtime/browser/refresher';
import { SseConnection } from '@/lib/realtime/browser/sse';

/** Who else follows the changes: the temas as they come, and that any may have been missed. Its identity must not change. */
export type Pistas = { cambio: (tema: string) => void; todo: () => void };

/**
 * Listens to what changes in the shop for as long as it is mounted, makes the queries it concerns old, and says whether the
 * server is there. One is enough for a page: the shell's chip has it.
 */
export function useEventos(canal: Canal, pistas?: Pistas): EstadoConexion {
  const queryClient = useQueryClient();
  const [estado, setEstado] = useState<EstadoConexion>('conectando');
  // The server makes the object anew with each page; only another content is another channel, and once it listens it goes on
  // from what it heard, wherever a later page began.
  const [desde] = useState(canal.tipo === 'sse' ? canal.desde : null);
  const llave = JSON.stringify({ ...canal, desde });
  useEffect(() => {
    const refresher = new Refresher(queryClient);
    const oyente: Oyente = {
      cambio({ tema }) {
        refresher.add(tema);
        pistas?.cambio(tema);
      },
      resincronizar() {
        refresher.all();
        pistas?.todo();
      },
      estado: setEstado,
    };
    const actual = JSON.parse(llave) as Canal;
    const conexion =
      actual.tipo === 'sse' ? new SseConnection(oyente, actual.desde) : new PusherConnection(actual, oyente);
    const parar = new AbortController();
    const { signal } = parar;
    for (const tipo of ['online', 'offline']) window.addEventListener(tipo, () => conexion.check(), { signal });
    const mirar = () => conexion.setVisible(document.visibilityState === 'visible');
    document.addEventListener('visibilitychange', mirar, { signal });
    return () => {
      parar.abort();
      conexion.close();
      refresher.close();
    };
  }, [queryClient, llave, pistas]);
  return estado;
}
