import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import { askApi } from '@/lib/api-client';
import { centavosDeJson } from '@/lib/money';
import { variantesDeCodigo } from '@/lib/producto/rules';
import type { ProductoDto } from '@/lib/producto/schemas';
import { milesimasDeJson } from '@/lib/quantity';
import type { AparcadoDto, AparcadoTomadoDto, AparcarTicketInput, ContenidoTicketDto } from './aparcado-schemas';
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
  /** Other ways of selling it. */
  presentaciones?: readonly PresentacionMostrador[];
};

/** A presentation as the counter holds it: one takes `cantidad` thousandths of the product, for `precio` centavos. */
export type PresentacionMostrador = { id: number; nombre: string; cantidad: number; precio: number };

/** Which tiles the counter shows; a text looks in the whole catalogue. */
export type FiltroCatalogo = { texto: string; grupo: 'favoritos' | 'todos' | number };

/** A line of the body: a product of the catalogue, or what the scanner read and nobody knows. */
export type DetalleCuerpo = {
  id_producto?: number;
  producto_nuevo?: { codigo: string; nombre: string; unidad?: ProductoDto['unidad'] };
  id_presentacion?: number;
  cantidad: number;
  precio_unitario: number;
  descuento?: number;
  cambio_precio?: { motivo: string };
  nota?: string;
};

/** The body of POST /api/ventas: amounts and quantities as decimals. */
export type CuerpoVenta = {
  pagos: { metodo: string; monto: number; referencia?: string }[];
  recibido?: number;
  id_sesion_caja: number;
  id_cliente?: number;
  token_recibo?: string;
  nota?: string;
  detalles: DetalleCuerpo[];
};

/** Filters of the ticket list, as the wire names them; days are of La Paz. */
export type FiltroVentas = {
  desde: string | null;
  hasta: string | null;
  metodo_pago: string | null;
  estado_venta: string | null;
  buscar: string;
};

const TICKETS = 50;

/** The product of a code as the scanner read it, asked of the server; `null` when the catalogue does not know it. */
export async function leerProductoPorCodigo(codigo: string): Promise<ProductoMostrador | null> {
  // Asked as a search, which puts the exact code first: a code nobody knows is an answer here, not a 404.
  const query = new URLSearchParams({ buscar: codigo, limite: '1' });
  const { data } = await askApi<ProductoDto[]>(`/api/productos?${query}`, { timeout: 8_000 });
  const hallado = data.find((p) => p.codigo_barras !== null && variantesDeCodigo(codigo).includes(p.codigo_barras));
  return hallado ? productoMostrador(hallado) : null;
}

/** The product as the catalogue has it now. Throws ApiError when it was deleted, SinRespuestaError. */
export async function leerProductoMostrador(id: number): Promise<ProductoMostrador> {
  return productoMostrador((await askApi<ProductoDto>(`/api/inventario/producto/${id}`, { timeout: 8_000 })).data);
}

/** Sends a ticket under its clave: the same clave and body answer the same sale. Throws ApiError, SinRespuestaError. */
export async function enviarVenta(cuerpo: CuerpoVenta, clave: string): Promise<VentaDto> {
  return (await askApi<VentaDto>('/api/ventas', { method: 'POST', body: cuerpo, clave, timeout: 15_000 })).data;
}

/** A ticket to park, as the wire takes it; and its content as it comes back. */
export type CuerpoAparcado = z.input<typeof AparcarTicketInput>;
export type ContenidoParaAparcar = CuerpoAparcado['contenido'];
export type ContenidoRetomado = ContenidoTicketDto;
export type EnEspera = AparcadoDto;

/** The tickets that wait in the branch, oldest first. */
export function aparcadosQuery() {
  return queryOptions({
    queryKey: ['aparcados'],
    queryFn: async ({ signal }) => (await askApi<AparcadoDto[]>('/api/ventas/aparcados', { signal })).data,
    staleTime: 0,
  });
}

/** Parks a ticket, once per `acto`. Throws ApiError, SinRespuestaError. */
export async function enviarAparcado(body: CuerpoAparcado, acto: string): Promise<AparcadoDto> {
  return (await askApi<AparcadoDto>('/api/ventas/aparcados', { method: 'POST', body, clave: acto, timeout: 10_000 }))
    .data;
}

/** Takes a parked ticket; the same `acto` brings it again. Throws ApiError, SinRespuestaError. */
export async function tomarAparcado(id: number, acto: string): Promise<AparcadoTomadoDto> {
  const path = `/api/ventas/aparcados/${id}/tomar`;
  return (await askApi<AparcadoTomadoDto>(path, { method: 'POST', body: {}, clave: acto, timeout: 10_000 })).data;
}

/** Gives up a parked ticket. Throws ApiError, SinRespuestaError. */
export async function descartarAparcado(id: number, acto: string): Promise<void> {
  await askApi<AparcadoDto>(`/api/ventas/aparcados/${id}`, { method: 'DELETE', clave: acto, timeout: 10_000 });
}

/** Voids a ticket with its motive, once per `clave`. Throws ApiError, SinRespuestaError. */
export async function anularVentaPorApi(id: number, motivo: string, clave: string): Promise<VentaDto> {
  const body = { estado_venta: 'ANULADA', motivo_edicion: motivo };
  return (await askApi<VentaDto>(`/api/ventas/${id}`, { method: 'PATCH', body, clave, timeout: 15_000 })).data;
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

/** The tickets of a customer, newest first, a page at a time. */
export function comprasQuery(idCliente: number) {
  const query = new URLSearchParams({ limite: String(TICKETS) });
  return infiniteQueryOptions({
    queryKey: ['ventas', 'cliente', idCliente],
    queryFn: async ({ pageParam, signal }) => {
      const camino = `/api/clientes/${idCliente}/compras?${withCursor(query, pageParam)}`;
      const { data, nextCursor } = await askApi<VentaDto[]>(camino, { signal });
      return { ventas: data, nextCursor };
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
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
