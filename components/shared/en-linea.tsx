'use client';

import { useQuery } from '@tanstack/react-query';
import { Chip } from '@/components/ui/chip';
import { askApi } from '@/lib/api-client';

/** How often the server is asked, in milliseconds. */
const LATIDO = 20_000;

/** Whether the server answers: by its own acknowledgement, not by what the browser believes of the network. */
export function EnLinea() {
  const { data, isPending, isError } = useQuery({
    queryKey: ['salud'],
    queryFn: ({ signal }) => askApi<unknown>('/api/salud', { signal, timeout: 6_000 }),
    refetchInterval: LATIDO,
    refetchIntervalInBackground: true,
    retry: 1,
    staleTime: 0,
  });
  if (isPending) return <Chip punto>Conectando…</Chip>;
  const vivo = data !== undefined && !isError;
  return (
    <span role="status">
      <Chip tone={vivo ? 'hecho' : 'falta'} punto>
        {vivo ? 'En línea' : 'Sin conexión'}
      </Chip>
    </span>
  );
}
