import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { askApi } from '@/lib/api-client';
import type { DispositivoDto, IncidenciaDto } from './schemas';

const PAGINA = 30;
/** More than these are told as "99+". */
const CONTADAS = 100;

/** What the list of incidencias is narrowed by. */
export type FiltroIncidencias = { estado: string | null; tipo: string | null; buscar: string };

/** The incidencias, newest first, a page at a time. */
export function incidenciasQuery(filtro: FiltroIncidencias) {
  return infiniteQueryOptions({
    queryKey: ['incidencias', 'lista', filtro],
    queryFn: async ({ pageParam, signal }) => {
      const query = new URLSearchParams({ limite: String(PAGINA) });
      for (const [nombre, valor] of Object.entries(filtro)) if (valor) query.set(nombre, valor);
      if (pageParam) query.set('cursor', pageParam);
      const { data, nextCursor } = await askApi<IncidenciaDto[]>(`/api/mostrador/incidencias?${query}`, { signal });
      return { incidencias: data, nextCursor };
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    staleTime: 0,
  });
}

/** How many incidencias nobody has resolved: a number up to 99, or "99+"; `null` when none. */
export function incidenciasAbiertasQuery() {
  return queryOptions({
    queryKey: ['incidencias', 'abiertas'],
    queryFn: async ({ signal }) => {
      const ruta = `/api/mostrador/incidencias?estado=ABIERTA&limite=${CONTADAS}`;
      return (await askApi<IncidenciaDto[]>(ruta, { signal })).data.length;
    },
    select: (cuantas) => (cuantas >= CONTADAS ? '99+' : cuantas === 0 ? null : String(cuantas)),
    staleTime: 60_000,
  });
}

/** The devices. */
export function dispositivosQuery() {
  return queryOptions({
    queryKey: ['dispositivos'],
    queryFn: async ({ signal }) => (await askApi<DispositivoDto[]>('/api/mostrador/dispositivos', { signal })).data,
    refetchInterval: 30_000,
  });
}
