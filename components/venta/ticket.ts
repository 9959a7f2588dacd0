import { importeLinea, prorratear } from '@/lib/money';
import { llaveVendido } from '@/lib/producto/rules';
import { MAXIMO_MILESIMAS, MILESIMAS } from '@/lib/quantity';
import type { CuerpoVenta, PresentacionMostrador, ProductoMostrador } from '@/lib/venta/query-options';
import { descuentoPorcentual, type LineaTicket, totalizar } from '@/lib/venta/rules';

/** What is taken off a line or the ticket: hundredths of a percent, or centavos. */
export type Descuento = { tipo: 'porcentaje'; centesimas: number } | { tipo: 'monto'; centavos: number };

/** Another price than the catalogue's, in centavos, and why. */
export type CambioPrecio = { precio: number; motivo: string };

/** What is sold on the ticket. Each product, and each of its presentations, has one line; scanning it again adds to it. */
export type Linea = {
  /** The key of what is sold (`llaveDe`). */
  llave: string;
  producto: ProductoMostrador;
  /** `null`: the product itself, by its unit. */
  presentacion: PresentacionMostrador | null;
  /** The catalogue did not know its code: the sale creates it. */
  nuevo: boolean;
  /** Thousandths of what is sold. */
  cantidad: number;
  descuento: Descuento | null;
  cambio: CambioPrecio | null;
  nota: string | null;
};

/** Who buys, as the ticket shows them. */
export type ClienteTicket = { id: number; nombre: string; ci_nit: string | null };

/**
 * A body that was sent and has had no definite answer. `previos` are earlier bodies of the same clave, sent before the
 * person changed the ticket; `suelto` says that the person went back to the ticket instead of waiting.
 */
export type Envio = { cuerpo: CuerpoVenta; previos: CuerpoVenta[]; suelto: boolean };

/** The ticket in hand. `clave` is born with its first line and names the sale, however often it is sent. */
export type Ticket = {
  clave: string | null;
  lineas: Linea[];
  /** Key of the highlighted line. */
  seleccion: string | null;
  /** Taken off the whole ticket, besides those of its lines. */
  descuento: Descuento | null;
  nota: string | null;
  cliente: ClienteTicket | null;
  envio: Envio | null;
};

export const TICKET_VACIO: Ticket = {
  clave: null,
  lineas: [],
  seleccion: null,
  descuento: null,
  nota: null,
  cliente: null,
  envio: null,
};

/** What a line sells, before it is one. */
export type Vendible = Pick<Linea, 'producto' | 'presentacion'> & { nuevo?: boolean };

/** The key of what is sold: `12`, `12/3` for its presentation 3, `nuevo:7771…` for a code that nobody knew. */
export function llaveDe({ producto, presentacion, nuevo = false }: Vendible): string {
  if (nuevo) return `nuevo:${producto.codigo ?? producto.nombre}`;
  return llaveVendido({ idProducto: producto.id, idPresentacion: presentacion?.id ?? null });
}

/** What one of it costs on this ticket, in centavos. */
export function precioDe({ producto, presentacion, cambio }: Linea): number {
  return cambio?.precio ?? presentacion?.precio ?? producto.precio;
}

/** What one of it costs in the catalogue, in centavos. */
export function precioCatalogo({ producto, presentacion }: Pick<Linea, 'producto' | 'presentacion'>): number {
  return presentacion?.precio ?? producto.precio;
}

/** Thousandths of the product's unit that the line takes from its one stock. */
export function unidadesDe({ presentacion, cantidad }: Pick<Linea, 'presentacion' | 'cantidad'>): number {
  return presentacion ? (cantidad / MILESIMAS) * presentacion.cantidad : cantidad;
}

/** What a discount takes off an amount, in centavos: never more than there is. */
export function rebajaDe(descuento: Descuento | null, bruto: number): number {
  if (descuento === null) return 0;
  if (descuento.tipo === 'monto') return Math.min(descuento.centavos, bruto);
  return descuentoPorcentual(bruto, descuento.centesimas);
}

/** The line with its own discount, without its share of the ticket's. */
export function lineaTicket(linea: Linea): LineaTicket {
  const precio = precioDe(linea);
  const descuento = rebajaDe(linea.descuento, importeLinea(precio, linea.cantidad));
  return { precio, cantidad: linea.cantidad, descuento };
}

/** What the line costs the customer with its own discount, in centavos. */
export function importeDe(linea: Linea): number {
  const { precio, cantidad, descuento } = lineaTicket(linea);
  return importeLinea(precio, cantidad) - descuento;
}

/**
 * The lines as they are sold: the ticket's discount is split among them by what each costs, largest remainder first, so
 * that no centavo is lost and no line goes below zero.
 */
export function lineasDe({ lineas, descuento }: Pick<Ticket, 'lineas' | 'descuento'>): LineaTicket[] {
  const propias = lineas.map(lineaTicket);
  const importes = lineas.map(importeDe);
  const partes = prorratear(
    rebajaDe(
      descuento,
      importes.reduce((suma, i) => suma + i, 0),
    ),
    importes,
  );
  return propias.map((l, i) => ({ ...l, descuento: l.descuento + (partes[i] ?? 0) }));
}

/** The ticket's sums, in centavos. */
export function totales(ticket: Pick<Ticket, 'lineas' | 'descuento'>) {
  return totalizar(lineasDe(ticket));
}

/** What the ticket costs before its own discount: what that is taken off. */
export function importeDeLineas({ lineas }: Pick<Ticket, 'lineas'>): number {
  return lineas.reduce((suma, l) => suma + importeDe(l), 0);
}

/** Whether it can be sold in that quantity: something, and whole ones of what is sold by the piece or the presentation. */
export function cantidadValida({ producto, presentacion }: Vendible, cantidad: number): boolean {
  const entera = presentacion !== null || producto.unidad === 'unidad';
  const base = unidadesDe({ presentacion, cantidad });
  return cantidad > 0 && base <= MAXIMO_MILESIMAS && (!entera || cantidad % MILESIMAS === 0);
}

/** Adds what is sold, or adds to its line; the line takes the catalogue as just read, and the highlight. */
export function agregar(ticket: Ticket, vendible: Vendible, cantidad: number, clave: string): Ticket {
  const { producto, presentacion, nuevo = false } = vendible;
  const llave = llaveDe(vendible);
  const actual = ticket.lineas.find((l) => l.llave === llave);
  const suma = (actual?.cantidad ?? 0) + cantidad;
  if (!cantidadValida(vendible, suma)) return ticket;
  const base = actual ?? { llave, nuevo, descuento: null, cambio: null, nota: null };
  const linea: Linea = { ...base, producto, presentacion, cantidad: suma };
  const lineas = actual ? ticket.lineas.map((l) => (l === actual ? linea : l)) : [...ticket.lineas, linea];
  return { ...ticket, clave: ticket.clave ?? clave, lineas, seleccion: llave };
}

/** Changes the quantity of a line, and leaves the ticket as it is when it cannot be sold so. */
export function fijarCantidad(ticket: Ticket, llave: string, cantidad: number): Ticket {
  return cambiar(ticket, llave, (l) => (cantidadValida(l, cantidad) ? { ...l, cantidad } : l));
}

/** One more or one less. The last one stays: a line is taken off on purpose. */
export function sumar(ticket: Ticket, llave: string, piezas: number): Ticket {
  const linea = ticket.lineas.find((l) => l.llave === llave);
  return linea ? fijarCantidad(ticket, llave, linea.cantidad + piezas * MILESIMAS) : ticket;
}

export function descontar(ticket: Ticket, llave: string, descuento: Descuento | null): Ticket {
  return cambiar(ticket, llave, (l) => ({ ...l, descuento }));
}

/** Sells the line at another price; `null`, or the catalogue's own, goes back to it. */
export function cambiarPrecio(ticket: Ticket, llave: string, cambio: CambioPrecio | null): Ticket {
  return cambiar(ticket, llave, (l) => ({ ...l, cambio: cambio?.precio === precioCatalogo(l) ? null : cambio }));
}

export function anotar(ticket: Ticket, llave: string, nota: string | null): Ticket {
  return cambiar(ticket, llave, (l) => ({ ...l, nota }));
}

/**
 * Sells the line in another presentation (`null`: by the unit), as many of them; a line of that presentation takes them
 * too. A price of its own does not go along. Leaves the ticket as it is when it cannot be sold so.
 */
export function enPresentacion(ticket: Ticket, llave: string, presentacion: PresentacionMostrador | null): Ticket {
  const linea = ticket.lineas.find((l) => l.llave === llave);
  if (!linea || linea.nuevo) return ticket;
  const destino = llaveDe({ producto: linea.producto, presentacion });
  if (destino === llave) return ticket;
  const otra = ticket.lineas.find((l) => l.llave === destino);
  const cantidad = linea.cantidad + (otra?.cantidad ?? 0);
  if (!cantidadValida({ producto: linea.producto, presentacion }, cantidad)) return ticket;
  const nueva: Linea = { ...(otra ?? { ...linea, cambio: null }), llave: destino, presentacion, cantidad };
  const lineas = ticket.lineas.filter((l) => l !== otra).map((l) => (l === linea ? nueva : l));
  return { ...ticket, lineas, seleccion: destino };
}

/** Takes the product as the catalogue has it now: its price, its name, what is left, its presentations. */
export function refrescar(ticket: Ticket, producto: ProductoMostrador): Ticket {
  const lineas = ticket.lineas.map((l) => {
    if (l.nuevo || l.producto.id !== producto.id) return l;
    const presentacion = producto.presentaciones?.find((p) => p.id === l.presentacion?.id) ?? l.presentacion;
    return { ...l, producto, presentacion };
  });
  return { ...ticket, lineas };
}

/** Takes a line off; the highlight goes to the one that takes its place. A ticket without lines is a new ticket. */
export function quitar(ticket: Ticket, llave: string): Ticket {
  const indice = ticket.lineas.findIndex((l) => l.llave === llave);
  if (indice < 0) return ticket;
  const lineas = ticket.lineas.filter((l) => l.llave !== llave);
  if (lineas.length === 0 && !ticket.envio) return TICKET_VACIO;
  const vecina = lineas[Math.min(indice, lineas.length - 1)];
  return { ...ticket, lineas, seleccion: ticket.seleccion === llave ? (vecina?.llave ?? null) : ticket.seleccion };
}

export function seleccionar(ticket: Ticket, llave: string): Ticket {
  return { ...ticket, seleccion: llave };
}

/** Moves the highlight up (−1) or down (+1). */
export function moverSeleccion(ticket: Ticket, pasos: number): Ticket {
  const indice = ticket.lineas.findIndex((l) => l.llave === ticket.seleccion);
  const destino = ticket.lineas[Math.max(0, Math.min(ticket.lineas.length - 1, indice + pasos))];
  return destino ? { ...ticket, seleccion: destino.llave } : ticket;
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

function cambiar(ticket: Ticket, llave: string, cambio: (linea: Linea) => Linea): Ticket {
  return { ...ticket, lineas: ticket.lineas.map((l) => (l.llave === llave ? cambio(l) : l)) };
}
