import { useCallback, useRef, useState } from 'react';
import { pitar } from '@/components/shared/pitar';
import { mulDiv } from '@/lib/money';
import { buscarPorCodigo } from '@/lib/offline/lookup';
import { MILESIMAS } from '@/lib/quantity';
import { type Leido, leerCodigo } from './buscar-codigo';
import { llaveDe, type Vendible } from './ticket';
import type { Lectura } from './use-scanner';
import type { TicketActs } from './use-ticket';

/** A code that could not be added: nobody knows it, or nobody answered. */
export type CodigoFallido = {
  codigo: string;
  motivo: 'desconocido' | 'sin_respuesta';
  cantidad: number | null;
  vez: number;
};

type Options = {
  ticket: Pick<TicketActs, 'agregar' | 'libre' | 'get'>;
  /** How the labels of the branch's scales are read. */
  formatosBalanza: readonly string[];
  /** After a line was added; `contado`: the person, or the label, had said how many. */
  onAgregado: (vendible: Vendible, contado: boolean) => void;
  /** What looked like a code is text that was typed fast in the search field. */
  onTexto: (texto: string) => void;
};

/**
 * Turns codes into lines. Codes are looked up at once and added in the order they were read, however fast they come;
 * while a sale is being sent they wait for it, and open the next one.
 */
export function useLector({ ticket, formatosBalanza, onAgregado, onTexto }: Options) {
  const cola = useRef<Promise<void>>(Promise.resolve());
  const vez = useRef(0);
  const [fallidos, setFallidos] = useState<CodigoFallido[]>([]);

  async function resolver(lectura: Lectura, busqueda: Promise<Leido | null>, cantidad: number | null) {
    const { codigo } = lectura;
    try {
      const leido = await busqueda;
      await ticket.libre();
      if (leido) agregar(codigo, leido, cantidad);
      else if (repetirNuevo(codigo, cantidad)) setFallidos((antes) => antes.filter((f) => f.codigo !== codigo));
      else if (lectura.enBusqueda && /\p{L}{3}/u.test(codigo)) onTexto(codigo);
      else fallar('desconocido');
    } catch {
      fallar('sin_respuesta');
    }

    function fallar(motivo: CodigoFallido['motivo']) {
      vez.current += 1;
      const nuevo = { codigo, motivo, cantidad, vez: vez.current };
      setFallidos((antes) => [nuevo, ...antes.filter((f) => f.codigo !== codigo)].slice(0, 3));
      pitar('desconocido');
    }
  }

  function agregar(codigo: string, leido: Leido, pedida: number | null) {
    const una = leido.cantidad ?? MILESIMAS;
    ticket.agregar(leido, pedida === null ? una : mulDiv(una, pedida, MILESIMAS));
    setFallidos((antes) => antes.filter((f) => f.codigo !== codigo));
    pitar('leido');
    onAgregado(leido, pedida !== null || leido.cantidad !== null);
  }

  /** A code named a moment ago on this very ticket is known, although the catalogue has not heard of it. */
  function repetirNuevo(codigo: string, cantidad: number | null): boolean {
    const linea = ticket.get().lineas.find((l) => l.nuevo && l.producto.codigo === codigo);
    if (!linea) return false;
    ticket.agregar(linea, cantidad ?? MILESIMAS);
    pitar('leido');
    onAgregado(linea, cantidad !== null);
    return ticket.get().lineas.some((l) => l.llave === llaveDe(linea));
  }

  function leer(lectura: Lectura, cantidad: number | null): Promise<void> {
    const busqueda = leerCodigo(lectura.codigo, buscarPorCodigo, formatosBalanza);
    // The failure is told in its turn, by `resolver`.
    busqueda.catch(() => {});
    cola.current = cola.current.then(() => resolver(lectura, busqueda, cantidad));
    return cola.current;
  }

  const descartar = useCallback(
    (codigo?: string) => setFallidos((antes) => (codigo ? antes.filter((f) => f.codigo !== codigo) : [])),
    [],
  );
  return { leer, fallidos, descartar };
}
