import { type Linea, llaveDe, TICKET_VACIO, type Ticket } from './ticket';

/** A ticket that outlives the page: every change is on the device before anything else sees it. */
export type TicketStore = {
  get: () => Ticket;
  update: (change: (ticket: Ticket) => Ticket) => Ticket;
  subscribe: (listener: () => void) => () => void;
};

/** Raised when the stored shape changes, with the way from the one before. */
const VERSION = 2;

/**
 * The ticket kept under `key` in this browser. Another tab of the same till follows it. Where storage is blocked the
 * ticket lives as long as the page.
 */
export function createTicketStore(key: string): TicketStore {
  let ticket = read(key);
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  const onStorage = (event: StorageEvent) => {
    if (event.key !== key) return;
    ticket = read(key);
    tell();
  };
  return {
    get: () => ticket,
    update(change) {
      ticket = change(ticket);
      write(key, ticket);
      tell();
      return ticket;
    },
    subscribe(listener) {
      if (listeners.size === 0) window.addEventListener('storage', onStorage);
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) window.removeEventListener('storage', onStorage);
      };
    },
  };
}

function read(key: string): Ticket {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    if (typeof stored !== 'object' || stored === null || !('v' in stored) || !('ticket' in stored)) return TICKET_VACIO;
    if (stored.v === VERSION) return stored.ticket as Ticket;
    return stored.v === 1 ? desdeLaPrimera(stored.ticket as TicketPrimero) : TICKET_VACIO;
  } catch {
    return TICKET_VACIO;
  }
}

/** A ticket as the first version kept it: lines by product, without prices of their own, notes or a discount of the whole. */
type TicketPrimero = Pick<Ticket, 'clave' | 'envio'> & {
  lineas: Pick<Linea, 'producto' | 'cantidad' | 'descuento'>[];
  seleccion: number | null;
};

function desdeLaPrimera({ clave, envio, lineas, seleccion }: TicketPrimero): Ticket {
  return {
    ...TICKET_VACIO,
    clave,
    envio,
    seleccion: seleccion === null ? null : String(seleccion),
    lineas: lineas.map((l) => {
      const vendible = { producto: l.producto, presentacion: null };
      return { ...l, ...vendible, llave: llaveDe(vendible), nuevo: false, cambio: null, nota: null };
    }),
  };
}

function write(key: string, ticket: Ticket): void {
  try {
    if (ticket.lineas.length === 0 && !ticket.envio) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify({ v: VERSION, ticket }));
  } catch {
    // Blocked or full storage: the ticket goes on in memory.
  }
}
