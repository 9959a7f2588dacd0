import { importeLinea } from '@/lib/money';
import { MAXIMO_MILESIMAS, MILESIMAS } from '@/lib/quantity';
import type { CuerpoVenta, ProductoMostrador } from '@/lib/venta/query-options';
import { descuentoPorcentual, type LineaTicket, subtotalLinea, totalizar } from '@/lib/venta/rules';

/** What is taken off a line: hundredths of a percent, or centavos. */
export type Descuento = { tipo: 'porcentaje'; centesimas: number } | { tipo: 'monto'; centavos: number };

/** A product on the ticket. Each product has one line; scanning it again adds to it. */
export type Linea = { producto: ProductoMostrador; cantidad: number; descuento: Descuento | null };

/**
 * A body that was sent and has had no definite answer. `previos` are earlier bodies of the same clave, sent before the
 * person changed the ticket; `suelto` says that the person went back to the ticket instead of waiting.
 */
export type Envio = { cuerpo: CuerpoVenta; previos: CuerpoVenta[]; suelto: boolean };

/** The ticket in hand. `clave` is born with its first line and names the sale, however often it is sent. */
export type Ticket = {
  clave: string | null;
  lineas: Linea[];
  /** Product id of the highlighted line. */
  seleccion: number | null;
  envio: Envio | null;
};

export const TICKET_VACIO: Ticket = { clave: null, lineas: [], seleccion: null, envio: null };

/** The line as the shared arithmetic takes it. A discount never exceeds what the line costs. */
export function lineaTicket({ producto, cantidad, descuento }: Linea): LineaTicket {
  const bruto = importeLinea(producto.precio, cantidad);
  const rebaja =
    descuento === null
      ? 0
      : descuento.tipo === 'monto'
        ? Math.min(descuento.centavos, bruto)
        : descuentoPorcentual(bruto, descuento.centesimas);
  return { precio: producto.precio, cantidad, descuento: rebaja };
}

/** What the line costs the customer, in centavos. */
export function importeDe(linea: Linea): number {
  return subtotalLinea(lineaTicket(linea));
}

/** The ticket's sums, in centavos. */
export function totales(ticket: Ticket) {
  return totalizar(ticket.lineas.map(lineaTicket));
}

/** Whether the product can be sold in that quantity: something, and whole pieces where it is sold by the piece. */
export function cantidadValida(unidad: ProductoMostrador['unidad'], cantidad: number): boolean {
  return cantidad > 0 && cantidad <= MAXIMO_MILESIMAS && (unidad !== 'unidad' || cantidad % MILESIMAS === 0);
}

/** Adds a product, or adds to its line; the line takes the price just read and the highlight. */
export function agregar(ticket: Ticket, producto: ProductoMostrador, cantidad: number, clave: string): Ticket {
  const actual = ticket.lineas.find((l) => l.producto.id === producto.id);
  const suma = (actual?.cantidad ?? 0) + cantidad;
  if (!cantidadValida(producto.unidad, suma)) return ticket;
  const linea: Linea = { producto, cantidad: suma, descuento: actual?.descuento ?? null };
  const lineas = actual ? ticket.lineas.map((l) => (l === actual ? linea : l)) : [...ticket.lineas, linea];
  return { ...ticket, clave: ticket.clave ?? clave, lineas, seleccion: producto.id };
}

/** Changes the quantity of a line, and leaves the ticket as it is when the product cannot be sold so. */
export function fijarCantidad(ticket: Ticket, id: number, cantidad: number): Ticket {
  return cambiar(ticket, id, (l) => (cantidadValida(l.producto.unidad, cantidad) ? { ...l, cantidad } : l));
}

/** One more or one less. The last one stays: a line is taken off on purpose. */
export function sumar(ticket: Ticket, id: number, piezas: number): Ticket {
  const linea = ticket.lineas.find((l) => l.producto.id === id);
  return linea ? fijarCantidad(ticket, id, linea.cantidad + piezas * MILESIMAS) : ticket;
}

export function descontar(ticket: Ticket, id: number, descuento: Descuento | null): Ticket {
  return cambiar(ticket, id, (l) => ({ ...l, descuento }));
}

/** Takes the product as the catalogue has it now: its price, its name, what is left. */
export function refrescar(ticket: Ticket, producto: ProductoMostrador): Ticket {
  return cambiar(ticket, producto.id, (l) => ({ ...l, producto }));
}

/** Takes a line off; the highlight goes to the one that takes its place. A ticket without lines is a new ticket. */
export function quitar(ticket: Ticket, id: number): Ticket {
  const indice = ticket.lineas.findIndex((l) => l.producto.id === id);
  if (indice < 0) return ticket;
  const lineas = ticket.lineas.filter((l) => l.producto.id !== id);
  if (lineas.length === 0 && !ticket.envio) return TICKET_VACIO;
  const vecina = lineas[Math.min(indice, lineas.length - 1)];
  return { ...ticket, lineas, seleccion: ticket.seleccion === id ? (vecina?.producto.id ?? null) : ticket.seleccion };
}

export function seleccionar(ticket: Ticket, id: number): Ticket {
  return { ...ticket, seleccion: id };
}

/** Moves the highlight up (−1) or down (+1). */
export function moverSeleccion(ticket: Ticket, pasos: number): Ticket {
  const indice = ticket.lineas.findIndex((l) => l.producto.id === ticket.seleccion);
  const destino = ticket.lineas[Math.max(0, Math.min(ticket.lineas.length - 1, indice + pasos))];
  return destino ? { ...ticket, seleccion: destino.producto.id } : ticket;
}

/** Notes the body about to be sent, before it is: from here on only a definite answer frees the ticket. */
export function alEnviar(ticket: Ticket, cuerpo: CuerpoVenta): Ticket {
  const previos = ticket.envio?.suelto ? [...ticket.envio.previos, ticket.envio.cuerpo] : (ticket.envio?.previos ?? []);
  return { ...ticket, envio: { cuerpo, previos, suelto: false } };
}

/** Back to the lines without knowing what became of what was sent; the clave stays, so that it can never be two sales. */
export function soltarEnvio(ticket: Ticket): Ticket {
  return ticket.envio ? { ...ticket, envio: { ...ticket.envio, suelto: true } } : ticket;
}

/** The server refused this body: nothing was sold by it. Earlier ones without an answer stay noted. */
export function alRechazar(ticket: Ticket): Ticket {
  const ultimo = ticket.envio?.previos.at(-1);
  if (!ticket.envio || !ultimo) return { ...ticket, envio: null };
  return { ...ticket, envio: { cuerpo: ultimo, previos: ticket.envio.previos.slice(0, -1), suelto: true } };
}

function cambiar(ticket: Ticket, id: number, cambio: (linea: Linea) => Linea): Ticket {
  return { ...ticket, lineas: ticket.lineas.map((l) => (l.producto.id === id ? cambio(l) : l)) };
}
