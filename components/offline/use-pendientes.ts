import { useEffect, useState } from 'react';
import { localCounter } from '@/lib/offline/local';
import { pendientes } from '@/lib/offline/outbox';
import type { Envio } from '@/lib/offline/types';

const A_LA_VISTA = 50;

/** The oldest of what waits, followed as it changes, and how many there are in all. */
export function usePendientes(): { envios: readonly Envio[]; total: number } {
  const [cola, setCola] = useState<{ envios: readonly Envio[]; total: number }>({ envios: [], total: 0 });
  useEffect(() => {
    let parar: (() => void) | undefined;
    let vivo = true;
    void localCounter()
      .open()
      .then((db) => {
        if (!db || !vivo) return;
        parar = db.watch(
          () => pendientes(db),
          (todos) => setCola({ envios: todos.slice(0, A_LA_VISTA), total: todos.length }),
        );
      });
    return () => {
      vivo = false;
      parar?.();
    };
  }, []);
  return cola;
}
