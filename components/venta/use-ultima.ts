import { useCallback, useEffect, useState } from 'react';
import { useLocal } from '@/components/offline/use-local';
import { idDeCobrada } from '@/lib/offline/charge';
import type { Linea } from './ticket';
import type { VentaHecha } from './use-cobro';

/** The last sale of this till: what its paper says, the clave it was made under, and its lines, to sell the same again. */
export type Ultima = { hecha: VentaHecha; clave: string | null; lineas: Linea[] };

/** The last sale in a session of a caja; it outlives the page. */
export function useUltima(idSesion: number | string) {
  const key = `kantuta-ultima:${idSesion}`;
  const [ultima, setUltima] = useState<Ultima | null>(null);
  useEffect(() => setUltima(leer(key)), [key]);
  const anotar = useCallback(
    (nueva: Ultima | null) => {
      setUltima(nueva);
      try {
        if (nueva) localStorage.setItem(key, JSON.stringify(nueva));
        else localStorage.removeItem(key);
      } catch {
        // Blocked storage: it lasts as long as the page.
      }
    },
    [key],
  );
  // Sold here, it has no id until the server took it: it is asked for as what waits to be sent changes.
  const pendientes = useLocal((e) => e.salida.pendientes, 0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `pendientes` says when to ask again
  useEffect(() => {
    if (!ultima?.clave || ultima.hecha.venta.id !== 0) return;
    void idDeCobrada(ultima.clave).then((id) => {
      if (id) anotar({ ...ultima, hecha: { ...ultima.hecha, venta: { ...ultima.hecha.venta, id } } });
    });
  }, [ultima, pendientes, anotar]);
  return { ultima, anotar };
}

function leer(key: string): Ultima | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as Ultima | null;
  } catch {
    return null;
  }
}
