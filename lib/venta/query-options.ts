import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { askApi } from '@/lib/api-client';
import { centavosDeJson } from '@/lib/money';
import { variantesDeCodigo } from '@/lib/producto/rules';
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
    // Asked as a search, which puts the exact code first: a code nobody knows is an answer here, not a 404.
    queryFn: async () => {
      const query = new URLSearchParams({ buscar: codigo, limite: '1' });
      const { data } = await askApi<ProductoDto[]>(`/api/productos?${query}`, { timeout: 8_000 });
      const hallado = data.find((p) => p.codigo_barras !== null && variantesDeCodigo(codigo).includes(p.codigo_barras));
      return hallado ? productoMostrador(hallado) : null;
    },
  });
}

/** The product as the catalogue has it now. Throws ApiError when it was deleted, SinRespuestaError. */
export async function leerProductoMostrador(id: number): Promise<ProductoMostrador> {
  return productoMostrador((await askApi<ProductoDto>(`/api/inventario/producto/${id}`, { timeout: 8_000 })).data);
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
