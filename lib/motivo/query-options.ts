import { queryOptions } from '@tanstack/react-query';
import { askApi } from '@/lib/api-client';
import type { MotivoDto } from './schemas';

/** The reasons of one kind of movement. They change a few times a year. */
export function motivosQuery(tipo: MotivoDto['tipo']) {
  return queryOptions({
    queryKey: ['motivos', tipo],
    queryFn: async ({ signal }) => (await askApi<MotivoDto[]>(`/api/cajas/motivos?tipo=${tipo}`, { signal })).data,
    staleTime: 300_000,
  });
}
