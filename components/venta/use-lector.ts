import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { pitar } from '@/components/shared/pitar';
import { MILESIMAS } from '@/lib/quantity';
import { type ProductoMostrador, productoPorCodigoQuery } from '@/lib/venta/query-options';
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
  ticket: Pick<TicketActs, 'agregar' | 'libre'>;
  /** After a line was added; `contado`: the person had said how many. */
  onAgregado: (producto: ProductoMostrador, contado: boolean) => void;
  /** What looked like a code is text that was typed fast in the search field. */
  onTexto: (texto: string) => void;
};

/**
 * Turns codes into lines. Codes are looked up at once and added in the order they were read, however fast they come;
 * while a sale is being sent they wait for it, and open the next one.
 */
export function useLector({ ticket, onAgregado, onTexto }: Options) {
  const queryClient = useQueryClient();
  const cola = useRef<Promise<void>>(Promise.resolve());
  const vez = useRef(0);
  const [fallidos, setFallidos] = useState<CodigoFallido[]>([]);
  const [pendientes, setPendientes] = useState(0);

  async function resolver(lectura: Lectura, busqueda: Promise<ProductoMostrador | null>, cantidad: number | null) {
    const { codigo } = lectura;
    try {
      const producto = await busqueda;
      await ticket.libre();
      if (producto) {
        ticket.agregar(producto, cantidad ?? MILESIMAS);
        setFallidos((antes) => antes.filter((f) => f.codigo !== codigo));
        pitar('leido');
        onAgregado(producto, cantidad !== null);
      } else if (lectura.enBusqueda && /\p{L}{3}/u.test(codigo)) {
        onTexto(codigo);
      } else {
        fallar('desconocido');
      }
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

  function leer(lectura: Lectura, cantidad: number | null): Promise<void> {
    const busqueda = queryClient.fetchQuery({ ...productoPorCodigoQuery(lectura.codigo), staleTime: 15_000, retry: 1 });
    // The failure is told in its turn, by `resolver`.
    busqueda.catch(() => {});
    setPendientes((n) => n + 1);
    cola.current = cola.current
      .then(() => resolver(lectura, busqueda, cantidad))
      .finally(() => setPendientes((n) => n - 1));
    return cola.current;
  }

  const descartar = useCallback(
    (codigo?: string) => setFallidos((antes) => (codigo ? antes.filter((f) => f.codigo !== codigo) : [])),
    [],
  );
  return { leer, fallidos, descartar, pendientes };
}
