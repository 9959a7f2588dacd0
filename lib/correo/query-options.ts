import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { askApi } from '@/lib/api-client';
import type { CorreoDetalleDto, CorreoDto, EstadoDeCorreo } from './schemas';

/** Which mails the outbox shows. */
export type FiltroCorreos = { buscar: string; estado: EstadoDeCorreo | null };

const PAGINA = 50;
const MIRAR_MS = 10_000;

/** The outbox, a page at a time; looked at again while something waits. */
export function correosQuery(filtro: FiltroCorreos) {
  const query = new URLSearchParams({ limite: String(PAGINA) });
  if (filtro.buscar.trim()) query.set('buscar', filtro.buscar.trim());
  if (filtro.estado) query.set('estado', filtro.estado);
  return infiniteQueryOptions({
    queryKey: ['correos', 'lista', query.toString()],
    queryFn: async ({ pageParam, signal }) => {
      const pagina = new URLSearchParams(query);
      if (pageParam) pagina.set('cursor', pageParam);
      const { data, nextCursor, total } = await askApi<CorreoDto[]>(`/api/correos?${pagina}`, { signal });
      return { correos: data, nextCursor, total };
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: ({ state }) =>
      state.data?.pages.some((p) => p.correos.some((c) => c.estado === 'PENDIENTE')) ? MIRAR_MS : false,
    staleTime: 0,
  });
}

/** One mail. Asked for once: reading a secret leaves a trace each time. */
export function correoQuery(id: number) {
  return queryOptions({
    queryKey: ['correos', id],
    queryFn: async ({ signal }) => (await askApi<CorreoDetalleDto>(`/api/correos/${id}`, { signal })).data,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
}

/** Puts a mail that failed back in the queue. Throws ApiError, SinRespuestaError. */
export async function reintentarCorreo(id: number): Promise<CorreoDto> {
  return (await askApi<CorreoDto>(`/api/correos/${id}/reintentar`, { method: 'POST', body: {} })).data;
}
