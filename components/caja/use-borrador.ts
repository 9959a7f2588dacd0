import { useCallback, useEffect, useState } from 'react';
import type { Conteo } from '@/lib/caja/rules';
import { newUuid } from '@/lib/uuid';

/** A count under way. Only one of the two ways of counting is used: `modo` says which. */
export type Borrador = {
  clave: string;
  modo: 'piezas' | 'total';
  piezas: Conteo;
  /** Centavos; `null` while nothing is written. */
  total: number | null;
  /** Centavos that the app of each account shows, by its id. */
  externos: Readonly<Record<number, number>>;
};

const nuevo = (): Borrador => ({ clave: newUuid(), modo: 'piezas', piezas: {}, total: null, externos: {} });

/**
 * The count of one session, kept in this tab with the key of its close: a page reloaded by mistake loses neither, and the
 * same close sent again is the same act. `null` until the browser has been asked.
 */
export function useBorrador(idSesion: number) {
  const nombre = `kantuta:conteo:${idSesion}`;
  const [borrador, setBorrador] = useState<Borrador | null>(null);
  useEffect(() => setBorrador(leer(nombre) ?? nuevo()), [nombre]);
  const cambiar = useCallback(
    (cambio: Partial<Omit<Borrador, 'clave'>>) =>
      setBorrador((antes) => {
        const ahora = { ...(antes ?? nuevo()), ...cambio };
        sessionStorage.setItem(nombre, JSON.stringify(ahora));
        return ahora;
      }),
    [nombre],
  );
  const olvidar = useCallback(() => sessionStorage.removeItem(nombre), [nombre]);
  return { borrador, cambiar, olvidar };
}

function leer(nombre: string): Borrador | null {
  try {
    const guardado = JSON.parse(sessionStorage.getItem(nombre) ?? 'null') as Borrador | null;
    return guardado?.clave ? { ...nuevo(), ...guardado } : null;
  } catch {
    return null;
  }
}
