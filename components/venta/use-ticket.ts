import { useMemo, useSyncExternalStore } from 'react';
import { sinCambios } from '@/components/shared/sin-cambios';
import { newUuid } from '@/lib/uuid';
import type { PresentacionMostrador, ProductoMostrador } from '@/lib/venta/query-options';
import * as pure from './ticket';
import { createTicketStore, type TicketStore } from './ticket-store';

/**
 * The ticket of this browser in one session of a caja: it survives a reload and another person coming to the counter, and
 * another session never sees it.
 */
export function useTicket({ idSesion }: { idSesion: number | string }) {
  const store = useMemo(
    () => (typeof window === 'undefined' ? null : createTicketStore(`kantuta-ticket:${idSesion}`)),
    [idSesion],
  );
  const ticket = useSyncExternalStore(
    store?.subscribe ?? sinCambios,
    () => store?.get() ?? pure.TICKET_VACIO,
    () => pure.TICKET_VACIO,
  );
  const acts = useMemo(() => ticketActs(store), [store]);
  return { ticket, totales: useMemo(() => pure.totales(ticket), [ticket]), acts };
}

/** What can be done to the ticket, from anywhere: each act reads the newest one. */
export type TicketActs = ReturnType<typeof ticketActs>;

function ticketActs(store: TicketStore | null) {
  const get = () => store?.get() ?? pure.TICKET_VACIO;
  const update = (change: (ticket: pure.Ticket) => pure.Ticket) => store?.update(change) ?? pure.TICKET_VACIO;
  /** To the highlighted line; nothing without one. */
  const onSelected = (change: (ticket: pure.Ticket, llave: string) => pure.Ticket) =>
    update((t) => (t.seleccion === null ? t : change(t, t.seleccion)));
  return {
    get,
    update,
    agregar: (vendible: pure.Vendible, cantidad: number) =>
      update((t) => pure.agregar(t, vendible, cantidad, newUuid())),
    sumar: (piezas: number) => onSelected((t, llave) => pure.sumar(t, llave, piezas)),
    fijarCantidad: (llave: string, cantidad: number) => update((t) => pure.fijarCantidad(t, llave, cantidad)),
    descontar: (descuento: pure.Descuento | null) => onSelected((t, llave) => pure.descontar(t, llave, descuento)),
    descontarTicket: (descuento: pure.Descuento | null) => update((t) => ({ ...t, descuento })),
    cambiarPrecio: (cambio: pure.CambioPrecio | null) => onSelected((t, llave) => pure.cambiarPrecio(t, llave, cambio)),
    anotar: (nota: string | null) => onSelected((t, llave) => pure.anotar(t, llave, nota)),
    anotarTicket: (nota: string | null) => update((t) => ({ ...t, nota })),
    enPresentacion: (presentacion: PresentacionMostrador | null) =>
      onSelected((t, llave) => pure.enPresentacion(t, llave, presentacion)),
    elegirCliente: (cliente: pure.ClienteTicket | null) => update((t) => ({ ...t, cliente })),
    /** The ticket of a parked one, with its clave; the one in hand must be empty. */
    poner: (ticket: pure.Ticket) => update(() => ticket),
    quitar: () => onSelected(pure.quitar),
    vaciar: () => update(() => pure.TICKET_VACIO),
    seleccionar: (llave: string) => update((t) => pure.seleccionar(t, llave)),
    mover: (pasos: number) => update((t) => pure.moverSeleccion(t, pasos)),
    refrescar: (producto: ProductoMostrador) => update((t) => pure.refrescar(t, producto)),
    /** Resolves once no sale of this ticket is being sent. */
    libre: () => cuandoLibre(store),
  };
}

function cuandoLibre(store: TicketStore | null): Promise<void> {
  const ocupado = () => {
    const envio = store?.get().envio;
    return envio !== null && envio !== undefined && !envio.suelto;
  };
  if (!store || !ocupado()) return Promise.resolve();
  return new Promise((resolve) => {
    const stop = store.subscribe(() => {
      if (ocupado()) return;
      stop();
      resolve();
    });
  });
}
