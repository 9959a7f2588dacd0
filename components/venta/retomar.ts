import { ApiError } from '@/lib/api-client';
import { leerClienteEnMostrador } from '@/lib/cliente/query-options';
import type { ContenidoRetomado, ProductoMostrador } from '@/lib/venta/query-options';
import { ticketDe } from './contenido-ticket';
import { productoActual } from './producto-actual';
import type { Linea, Ticket, Vendible } from './ticket';

/** A parked ticket with the catalogue as it is now. Throws SinRespuestaError when it could not be read. */
export async function retomarContenido(
  clave: string,
  contenido: ContenidoRetomado,
): Promise<{ ticket: Ticket; perdidas: number }> {
  const productos = await leerProductos(contenido.lineas.flatMap((l) => (l.id_producto ? [l.id_producto] : [])));
  const cliente =
    contenido.id_cliente === null ? null : await leerClienteEnMostrador(contenido.id_cliente).catch(sinEl);
  return ticketDe(clave, contenido, { producto: (id) => productos.get(id) ?? null, cliente });
}

/** What a ticket sold once more, at today's prices and without what was particular to it. `perdidas`: sold no more. */
export async function lineasDeNuevo(
  lineas: readonly Linea[],
): Promise<{ lineas: (Vendible & { cantidad: number })[]; perdidas: number }> {
  const productos = await leerProductos(lineas.flatMap((l) => (l.nuevo ? [] : [l.producto.id])));
  const nuevas = lineas.flatMap(({ producto, presentacion, nuevo, cantidad }) => {
    if (nuevo) return [{ producto, presentacion, nuevo, cantidad }];
    const actual = productos.get(producto.id);
    if (!actual) return [];
    const suya = actual.presentaciones?.find((p) => p.id === presentacion?.id) ?? null;
    return presentacion && !suya ? [] : [{ producto: actual, presentacion: suya, cantidad }];
  });
  return { lineas: nuevas, perdidas: lineas.length - nuevas.length };
}

/** A customer deleted while the ticket waited is on it no more. */
function sinEl(error: unknown): null {
  if (error instanceof ApiError && error.status === 404) return null;
  throw error;
}

async function leerProductos(ids: readonly number[]): Promise<Map<number, ProductoMostrador>> {
  const hallados = await Promise.all([...new Set(ids)].map(productoActual));
  return new Map(hallados.flatMap((p) => (p ? [[p.id, p] as const] : [])));
}
