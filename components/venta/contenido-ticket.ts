import { centavosDeJson, jsonDeCentavos } from '@/lib/money';
import { jsonDeMilesimas, milesimasDeJson } from '@/lib/quantity';
import type { ContenidoParaAparcar, ContenidoRetomado, ProductoMostrador } from '@/lib/venta/query-options';
import { queSeVende } from './cobro';
import { agregar, type Descuento, TICKET_VACIO, type Ticket } from './ticket';

/** The ticket as the server keeps it while it waits: what was asked for, not the catalogue's prices. */
export function contenidoDe({ lineas, descuento, nota, cliente }: Ticket): ContenidoParaAparcar {
  return {
    lineas: lineas.map((l) => {
      const { producto_nuevo: nuevo, ...vendido } = { producto_nuevo: undefined, ...queSeVende(l) };
      return {
        ...vendido,
        ...(nuevo && { producto_nuevo: { ...nuevo, precio: jsonDeCentavos(l.producto.precio) } }),
        cantidad: jsonDeMilesimas(l.cantidad),
        ...(l.descuento && { descuento: rebajaJson(l.descuento) }),
        ...(l.cambio && { cambio_precio: { precio: jsonDeCentavos(l.cambio.precio), motivo: l.cambio.motivo } }),
        ...(l.nota && { nota: l.nota }),
      };
    }),
    ...(descuento && { descuento: rebajaJson(descuento) }),
    ...(nota && { nota }),
    ...(cliente && { id_cliente: cliente.id }),
  };
}

/** What is read again to resume a ticket: products as the catalogue has them now, and its customer. */
export type AlRetomar = {
  producto: (id: number) => ProductoMostrador | null;
  cliente: Ticket['cliente'];
};

/**
 * The ticket of a parked content, with today's catalogue, under its own clave. `perdidas`: how many lines had something that
 * is sold no more.
 */
export function ticketDe(
  clave: string,
  contenido: ContenidoRetomado,
  { producto, cliente }: AlRetomar,
): { ticket: Ticket; perdidas: number } {
  let ticket: Ticket = { ...TICKET_VACIO, clave };
  let perdidas = 0;
  for (const l of contenido.lineas) {
    const vendible = vendibleDe(l, producto);
    const cantidad = milesimasDeJson(l.cantidad) ?? 0;
    const antes = ticket.lineas.length;
    if (vendible) ticket = agregar(ticket, vendible, cantidad, clave);
    if (!vendible || ticket.lineas.length === antes) {
      perdidas += 1;
      continue;
    }
    const cambio = l.cambio_precio && {
      precio: centavosDeJson(l.cambio_precio.precio) ?? 0,
      motivo: l.cambio_precio.motivo,
    };
    const ultima = ticket.lineas.length - 1;
    ticket = {
      ...ticket,
      lineas: ticket.lineas.map((linea, i) =>
        i === ultima ? { ...linea, descuento: descuentoDe(l.descuento), cambio, nota: l.nota } : linea,
      ),
    };
  }
  return {
    ticket: { ...ticket, descuento: descuentoDe(contenido.descuento), nota: contenido.nota, cliente },
    perdidas,
  };
}

type LineaRetomada = ContenidoRetomado['lineas'][number];

function vendibleDe(l: LineaRetomada, buscar: AlRetomar['producto']) {
  if (l.producto_nuevo) {
    const { precio, ...nuevo } = l.producto_nuevo;
    const producto: ProductoMostrador = {
      ...nuevo,
      id: 0,
      precio: centavosDeJson(precio) ?? 0,
      existencia: Number.MAX_SAFE_INTEGER,
      minimo: 0,
    };
    return { producto, presentacion: null, nuevo: true };
  }
  const producto = l.id_producto === null ? null : buscar(l.id_producto);
  if (!producto) return null;
  if (l.id_presentacion === null) return { producto, presentacion: null };
  const presentacion = producto.presentaciones?.find((p) => p.id === l.id_presentacion);
  return presentacion ? { producto, presentacion } : null;
}

function rebajaJson(d: Descuento) {
  return d.tipo === 'monto' ? { tipo: d.tipo, monto: jsonDeCentavos(d.centavos) } : d;
}

function descuentoDe(rebaja: LineaRetomada['descuento']): Descuento | null {
  if (!rebaja) return null;
  return rebaja.tipo === 'monto' ? { tipo: 'monto', centavos: centavosDeJson(rebaja.monto) ?? 0 } : rebaja;
}
