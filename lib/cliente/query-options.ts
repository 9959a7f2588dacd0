import { infiniteQueryOptions } from '@tanstack/react-query';
import { askApi } from '@/lib/api-client';
import type { ClienteDto } from './schemas';

const PAGINA = '50';

/** What a new customer is made of, as the wire takes it. */
export type CuerpoCliente = { nombre: string; ci_nit?: string; telefono?: string };

/** Customers by name, a page at a time. */
export function clientesQuery(buscar: string) {
  return infiniteQueryOptions({
    queryKey: ['clientes', buscar],
    queryFn: async ({ pageParam, signal }) => {
      const query = new URLSearchParams({ limite: PAGINA });
      if (buscar) query.set('buscar', buscar);
      if (pageParam) query.set('cursor', pageParam);
      const { data, nextCursor, total } = await askApi<ClienteDto[]>(`/api/clientes?${query}`, { signal });
      return { clientes: data, nextCursor, total };
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });
}

/** A customer by id. Throws ApiError, SinRespuestaError. */
export async function leerClienteEnMostrador(id: number): Promise<ClienteDto> {
  return (await askApi<ClienteDto>(`/api/clientes/${id}`, { timeout: 8_000 })).data;
}

/** Registers a customer from the counter, once per `clave`. Throws ApiError, SinRespuestaError. */
export async function crearClienteEnMostrador(cuerpo: CuerpoCliente, clave: string): Promise<ClienteDto> {
  return (await askApi<ClienteDto>('/api/clientes', { method: 'POST', body: cuerpo, clave })).data;
}
