import { infiniteQueryOptions } from '@tanstack/react-query';
import { askApi } from '@/lib/api-client';
import type { AuditoriaDto, MovimientoInventarioDto } from './schemas';

/** Filters of the trail, as the wire names them; `null` or empty means any. */
export type FiltroActos = {
  desde: string | null;
  hasta: string | null;
  usuario: string | null;
  accion: string | null;
  sucursal: string | null;
  entidad: string | null;
  id_entidad: string | null;
  ip: string;
  buscar: string;
};

/** Filters of the trail of goods. */
export type FiltroInventario = {
  desde: string | null;
  hasta: string | null;
  usuario: string | null;
  tipo: string | null;
  sucursal: string | null;
  id_producto: string | null;
  buscar: string;
};

const PAGINA = 50;

/** What is filtered, as a query; without page nor format. */
export function queryDe(filtro: FiltroActos | FiltroInventario): URLSearchParams {
  return new URLSearchParams(Object.entries(filtro).filter((par): par is [string, string] => Boolean(par[1])));
}

/** The acts of the trail, newest first, a page at a time. */
export function actosQuery(filtro: FiltroActos) {
  return paginas<AuditoriaDto>('actos', '/api/auditoria', queryDe(filtro));
}

/** The movements of goods, newest first, a page at a time. */
export function inventarioQuery(filtro: FiltroInventario) {
  return paginas<MovimientoInventarioDto>('inventario', '/api/auditoria/inventario', queryDe(filtro));
}

function paginas<T>(que: string, ruta: string, query: URLSearchParams) {
  return infiniteQueryOptions({
    queryKey: ['auditoria', que, query.toString()],
    queryFn: async ({ pageParam, signal }) => {
      const pagina = new URLSearchParams(query);
      pagina.set('limite', String(PAGINA));
      if (pageParam) pagina.set('cursor', pageParam);
      const { data, nextCursor } = await askApi<T[]>(`${ruta}?${pagina}`, { signal });
      return { filas: data, nextCursor };
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    staleTime: 0,
  });
}
