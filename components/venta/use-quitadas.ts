import { useCallback, useEffect, useRef } from 'react';
import { jsonDeCentavos, mulDiv } from '@/lib/money';
import { anotar, type Quitada } from '@/lib/offline/notes';
import { jsonDeMilesimas } from '@/lib/quantity';
import { importeDe, type Linea, type Ticket } from './ticket';

/**
 * Watches what is taken off a ticket after its total was said to the customer (the charge was opened): each thing taken off
 * is noted for the owner, and nothing waits for it.
 */
export function useQuitadas(ticket: Ticket, { idSesion, idUsuario }: { idSesion: number; idUsuario: number }) {
  const dichos = useRef(new Set<string>());
  const antes = useRef(ticket);

  const decir = useCallback(
    (clave: string, lineas: Quitada[]) => {
      if (lineas.length === 0) return;
      void anotar(idUsuario, { acto: 'venta.quitar_lineas', idSesion, nota: { ticket: clave, lineas } });
    },
    [idSesion, idUsuario],
  );

  useEffect(() => {
    const previo = antes.current;
    antes.current = ticket;
    if (ticket.clave === null || ticket.clave !== previo.clave || !dichos.current.has(ticket.clave)) return;
    decir(ticket.clave, quitadasEntre(previo.lineas, ticket.lineas));
  }, [ticket, decir]);

  return {
    /** The customer has been told how much it is. */
    totalDicho: useCallback(() => {
      if (antes.current.clave) dichos.current.add(antes.current.clave);
    }, []),
    /** The whole ticket is about to be taken off. */
    vaciado: useCallback(
      (todo: Ticket) => {
        if (todo.clave && dichos.current.has(todo.clave)) decir(todo.clave, quitadasEntre(todo.lineas, []));
      },
      [decir],
    ),
  };
}

/** What there was and is no more, line by line, at what it cost the customer. */
export function quitadasEntre(antes: readonly Linea[], ahora: readonly Linea[]): Quitada[] {
  const quedan = new Map(ahora.map((l) => [l.llave, l.cantidad]));
  return antes.flatMap((linea) => {
    const menos = linea.cantidad - (quedan.get(linea.llave) ?? 0);
    if (menos <= 0) return [];
    return [
      {
        ...(linea.producto.id > 0 && { id_producto: linea.producto.id }),
        nombre: linea.producto.nombre,
        cantidad: jsonDeMilesimas(menos),
        importe: jsonDeCentavos(mulDiv(importeDe(linea), menos, linea.cantidad)),
      },
    ];
  });
}
