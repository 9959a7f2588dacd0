import { useCallback, useEffect, useRef, useState } from 'react';
import type { VentaDto } from '@/lib/venta/schemas';
import { imprimirRecibo } from './imprimir';

const PREFERENCIA = 'kantuta-imprimir-siempre';

/** The paper of this till: printing it, and whether it comes out by itself. A second print of a ticket says COPIA. */
export function useRecibo() {
  const [siempre, setSiempre] = useState(false);
  const impresas = useRef(new Set<number>());
  useEffect(() => setSiempre(leerPreferencia()), []);

  const imprimir = useCallback((venta: VentaDto) => {
    imprimirRecibo(venta, { copia: impresas.current.has(venta.id) });
    impresas.current.add(venta.id);
  }, []);

  return {
    siempre,
    fijarSiempre: useCallback((nuevo: boolean) => {
      setSiempre(nuevo);
      try {
        localStorage.setItem(PREFERENCIA, nuevo ? 'si' : 'no');
      } catch {
        // Blocked storage: the preference lasts as long as the page.
      }
    }, []),
    imprimir,
    /** Prints when this till prints every ticket. */
    imprimirSiempre: useCallback(
      (venta: VentaDto) => {
        if (leerPreferencia()) imprimir(venta);
      },
      [imprimir],
    ),
  };
}

function leerPreferencia(): boolean {
  try {
    return localStorage.getItem(PREFERENCIA) === 'si';
  } catch {
    return false;
  }
}
