import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { askApi } from '@/lib/api-client';
import type { AlertaDto } from './schemas';

const PAGINA = 30;
/** More than these are told as "99+". */
const CONTADAS = 100;

/** The alerts, newest first, a page at a time. */
export function alertasQuery(situacion: 'pendiente' | 'atendida' | null) {
  return infiniteQueryOptions({
    queryKey: ['alertas', 'lista', situacion],
    queryFn: async ({ pageParam, signal }) => {
      const query = new URLSearchParams({ limite: String(PAGINA) });
      if (situacion) query.set('situacion', situacion);
      if (pageParam) query.set('cursor', pageParam);
      const { data, nextCursor } = await askApi<AlertaDto[]>(`/api/auditoria/alertas?${query}`, { signal });
      return { alertas: data, nextCursor };
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    staleTime: 0,
  });
}

/** How many alerts wait for somebody to look: a number up to 99, or "99+". */
export function alertasPendientesQuery() {
  return queryOptions({
    queryKey: ['alertas', 'pendientes'],
    queryFn: async ({ signal }) => {
      const ruta = `/api/auditoria/alertas?situacion=pendiente&limite=${CONTADAS}`;
      const { data } = await askApi<AlertaDto[]>(ruta, { signal });
      return data.length;
    },
    select: (cuantas) => (cuantas >= CONTADAS ? '99+' : cuantas === 0 ? null : String(cuantas)),
    staleTime: 60_000,
  });
}
