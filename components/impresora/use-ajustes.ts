import { useCallback, useSyncExternalStore } from 'react';
import { AJUSTES_INICIALES, type Ajustes, guardarAjustes, leerAjustes } from '@/lib/impresora/ajustes';

let actuales: Ajustes | null = null;
const oyentes = new Set<() => void>();
const contar = () => {
  for (const oyente of oyentes) oyente();
};
const alCambiarOtra = () => {
  actuales = null;
  contar();
};

function subscribe(oyente: () => void): () => void {
  if (oyentes.size === 0) window.addEventListener('storage', alCambiarOtra);
  oyentes.add(oyente);
  return () => {
    oyentes.delete(oyente);
    if (oyentes.size === 0) window.removeEventListener('storage', alCambiarOtra);
  };
}

function leer(): Ajustes {
  actuales ??= leerAjustes();
  return actuales;
}

/** The printer of this device; every part of the page, and its other tabs, see the same. */
export function useAjustes() {
  const ajustes = useSyncExternalStore(subscribe, leer, () => AJUSTES_INICIALES);
  const fijar = useCallback((nuevos: Ajustes) => {
    actuales = nuevos;
    guardarAjustes(nuevos);
    contar();
  }, []);
  return { ajustes, fijar };
}
