import { infiniteQueryOptions } from '@tanstack/react-query';
import { askApi } from '@/lib/api-client';
import type { TareaDto } from './schemas';

/** Tasks by state and text, page by page, with how many there are. */
export function tareasQuery({ estado, buscar }: { estado: TareaDto['estado']; buscar: string }) {
  return infiniteQueryOptions({
    queryKey: ['tareas', estado, buscar],
    queryFn: async ({ signal, pageParam }) => {
      const filtro = new URLSearchParams({ estado, limite: '50' });
      if (buscar) filtro.set('buscar', buscar);
      if (pageParam) filtro.set('cursor', pageParam);
      const { data, nextCursor, total } = await askApi<TareaDto[]>(`/api/tareas?${filtro}`, { signal });
      return { tareas: data, nextCursor, total };
    },
    initialPageParam: '',
    getNextPageParam: (pagina) => pagina.nextCursor,
  });
}

/** Says what came of a task. Throws ApiError, SinRespuestaError. */
export async function enviarResolucion(id: number, resolucion: string): Promise<TareaDto> {
  return (await askApi<TareaDto>(`/api/tareas/${id}/resolver`, { method: 'POST', body: { resolucion } })).data;
}
