import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useLocal } from '@/components/offline/use-local';
import { CATALOGO_SIN_LEER } from '@/lib/offline/catalogue-copy';
import type { ResumenSalida } from '@/lib/offline/outbox';
import type { FiltroCatalogo } from '@/lib/venta/query-options';
import { type Busca, hallar, NADA } from './busca';

/** Figures are searched once no other has come for so long. */
const CIFRAS_MS = 150;

/**
 * What the grid shows: the group, or what the search field says, and which tile Enter would add. All of it is read from the
 * device, so that it is there as the letter is typed.
 */
export function useCatalogo(busca: Busca) {
  const { entrada, pedido, grupo, marca, cuantas } = useSyncExternalStore(busca.subscribe, busca.get, busca.get);
  const vista = useLocal((e) => e.catalogo, CATALOGO_SIN_LEER);
  const salida = useLocal<ResumenSalida | null>((e) => e.salida, null);
  const texto = useQuieto(pedido.texto);

  // Before the catalogue says that it is there, the page is still as the server drew it.
  const hay = vista.cambios > 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the catalogue and the outbox say by these that they changed
  const { productos, hayMas } = useMemo(
    () => (hay ? hallar({ grupo, cuantas }, texto) : NADA),
    [texto, grupo, cuantas, hay, vista.cambios, salida],
  );
  const filtro: FiltroCatalogo = useMemo(() => ({ texto, grupo }), [texto, grupo]);

  return {
    ...{ entrada, pedido, filtro, vista, productos, hayMas },
    marca: texto === '' ? -1 : Math.min(marca, productos.length - 1),
    mover: (pasos: number) => busca.marcar(Math.max(0, Math.min(productos.length - 1, busca.get().marca + pasos))),
  };
}

/**
 * What is searched of what is typed: a letter at once, figures once they rest. A scanner's first ones fall into the field
 * and are taken back, and the grid must not follow each scan there and back.
 */
function useQuieto(texto: string): string {
  const [quieto, setQuieto] = useState('');
  const cifras = /^\d+$/.test(texto);
  useEffect(() => {
    if (!cifras) return setQuieto('');
    const reloj = setTimeout(() => setQuieto(texto), CIFRAS_MS);
    return () => clearTimeout(reloj);
  }, [cifras, texto]);
  return cifras ? quieto : texto;
}
