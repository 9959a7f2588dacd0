'use client';

import dynamic from 'next/dynamic';
import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';
import { ApiError } from '@/lib/api-client';
import { rechazoPorAprobar } from '@/lib/aprobacion/query-options';
import type { DetalleDeRechazo } from '@/lib/aprobacion/schemas';
import type { Desenlace } from './desenlace';

type Correr = <T>(act: () => Promise<T>) => Promise<T>;
type Espera = { rechazo: DetalleDeRechazo; fin: (desenlace: Desenlace) => void };

// Few acts ask for it, and then there is a server.
const DialogoAprobacion = dynamic(() => import('./dialogo-aprobacion').then((m) => m.DialogoAprobacion), {
  ssr: false,
});

const Contexto = createContext<Correr>((act) => act());

/**
 * Runs an act that may need a superior: when it is refused for that, a dialog asks for the approval and, once given, the
 * same act is sent again under the same clave. Taken back, the refusal comes out as it was; refused, with who and why.
 */
export function useConAprobacion(): Correr {
  return useContext(Contexto);
}

/** Has the one dialog of the page: acts of any screen, and of dialogs that are open already, wait in it. */
export function AprobacionProvider({ children }: { children: ReactNode }) {
  const [espera, setEspera] = useState<Espera | null>(null);

  const preguntar = useCallback(
    (rechazo: DetalleDeRechazo) =>
      new Promise<Desenlace>((fin) => {
        setEspera({ rechazo, fin });
      }).finally(() => setEspera(null)),
    [],
  );

  const correr = useCallback<Correr>(
    async (act) => {
      for (;;) {
        const [respuesta, error] = await intentar(act);
        const rechazo = rechazoPorAprobar(error ?? respuesta);
        if (!rechazo) return entregar(respuesta, error);
        const desenlace = await preguntar(rechazo);
        if (desenlace.como === 'cancelada') return entregar(respuesta, error);
        if (desenlace.como === 'rechazada') return entregarNegativa(respuesta, error, desenlace.frase);
      }
    },
    [preguntar],
  );

  return (
    <Contexto value={correr}>
      {children}
      {espera && <DialogoAprobacion key={espera.rechazo.id_aprobacion} rechazo={espera.rechazo} onFin={espera.fin} />}
    </Contexto>
  );
}

async function intentar<T>(act: () => Promise<T>): Promise<[T | undefined, unknown]> {
  try {
    return [await act(), null];
  } catch (error) {
    return [undefined, error];
  }
}

function entregar<T>(respuesta: T | undefined, error: unknown): T {
  if (error !== null) throw error;
  return respuesta as T;
}

/** The refusal in the shape that the act gives them: thrown, or as an action's answer. */
function entregarNegativa<T>(respuesta: T | undefined, error: unknown, frase: string): T {
  if (error !== null) throw new ApiError(403, 'aprobacion_rechazada', frase, {});
  return { ...respuesta, code: 'aprobacion_rechazada', message: frase } as T;
}
