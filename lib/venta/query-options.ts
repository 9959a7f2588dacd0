import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { ApiError, askApi } from '@/lib/api-client';
import { centavosDeJson } from '@/lib/money';
import type { CategoriaDto, ProductoDto } from '@/lib/producto/schemas';
import { milesimasDeJson } from '@/lib/quantity';
import type { VentaDto } from './schemas';

/** A product as the counter holds it: centavos per unit and thousandths. */
export type ProductoMostrador = {
  id: number;
  nombre: string;
  codigo: string | null;
  unidad: ProductoDto['unidad'];
  precio: number;
  existencia: number;
  minimo: number;
};

/** Which tiles the counter shows; a text looks in the whole catalogue. */
export type FiltroCatalogo = { texto: string; grupo: 'favoritos' | 'todos' | number };

/** The body of POST /api/ventas: amounts and quantities as decimals. */
export type CuerpoVenta = {
  pagos: { metodo: string; monto: number; referencia?: string }[];
  recibido?: number;
  id_sesion_caja: number;
  detalles: { id_producto: number; cantidad: number; precio_unitario: number; descuento?: number }[];
};

/** Filters of the ticket list, as the wire names them; days are of La Paz. */
export type FiltroVentas = {
  desde: string | null;
  hasta: string | null;
  metodo_pago: string | null;
  estado_venta: string | null;
  buscar: string;
};

const TARJETAS = 60;
const TICKETS = 50;

/** Tiles of the counter, a page at a time. */
export function catalogoQuery({ texto, grupo }: FiltroCatalogo) {
  const query = new URLSearchParams({ limite: String(TARJETAS) });
  if (texto) query.set('buscar', texto);
  else if (grupo === 'favoritos') query.set('favorito', 'true');
  else if (grupo !== 'todos') query.set('id_categoria', String(grupo));
  query.set('orden', texto ? 'relevancia' : 'nombre');
  return infiniteQueryOptions({
    queryKey: ['productos', 'mostrador', query.toString()],
    queryFn: async ({ pageParam, signal }) => {
      const { data, nextCursor } = await askApi<ProductoDto[]>(`/api/productos?${withCursor(query, pageParam)}`, {
        signal,
      });
      return { productos: data.map(productoMostrador), nextCursor };
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });
}

/** The categories that have something to sell. */
export function categoriasQuery() {
  return queryOptions({
    queryKey: ['categorias'],
    queryFn: async ({ signal }) => (await askApi<CategoriaDto[]>('/api/inventario/categorias', { signal })).data,
    select: (categorias) => categorias.filter((c) => c.total_productos > 0),
    staleTime: 5 * 60_000,
  });
}

/** The product of a code as the scanner read it; `null` when the catalogue does not know it. */
export function productoPorCodigoQuery(codigo: string) {
  return queryOptions({
    queryKey: ['productos', 'codigo', codigo],
    queryFn: () => productoOr404(`/api/inventario/producto/barcode/${encodeURIComponent(codigo)}`),
  });
}

/** The product as the catalogue has it now; `null` when it was deleted. */
export async function leerProductoMostrador(id: number): Promise<ProductoMostrador | null> {
  return productoOr404(`/api/inventario/producto/${id}`);
}

/** Sends a ticket under its clave: the same clave and body answer the same sale. Throws ApiError, SinRespuestaError. */
export async function enviarVenta(cuerpo: CuerpoVenta, clave: string): Promise<VentaDto> {
  return (await askApi<VentaDto>('/api/ventas', { method: 'POST', body: cuerpo, clave, timeout: 15_000 })).data;
}

/** Tickets of the branch, newest first, a page at a time. */
export function ventasQuery(filtro: FiltroVentas) {
  const query = new URLSearchParams({ limite: String(TICKETS) });
  for (const [nombre, valor] of Object.entries(filtro)) if (valor) query.set(nombre, valor);
  return infiniteQueryOptions({
    queryKey: ['ventas', query.toString()],
    queryFn: async ({ pageParam, signal }) => {
      const { data, nextCursor } = await askApi<VentaDto[]>(`/api/ventas?${withCursor(query, pageParam)}`, { signal });
      return { ventas: data, nextCursor };
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    staleTime: 0,
  });
}

function withCursor(query: URLSearchParams, cursor: string): URLSearchParams {
  const page = new URLSearchParams(query);
  if (cursor) page.set('cursor', cursor);
  return page;
}

async function productoOr404(path: string): Promise<ProductoMostrador | null> {
  try {
    return productoMostrador((await askApi<ProductoDto>(path, { timeout: 8_000 })).data);
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return null;
    throw error;
  }
}

function productoMostrador(dto: ProductoDto): ProductoMostrador {
  return {
    id: dto.id,
    nombre: dto.nombre,
    codigo: dto.codigo_barras,
    unidad: dto.unidad,
    precio: centavosDeJson(dto.precio_venta) ?? 0,
    existencia: milesimasDeJson(dto.stock_actual) ?? 0,
    minimo: milesimasDeJson(dto.stock_minimo) ?? 0,
  };
}
