'use client';

import { type QueryKey, useQuery } from '@tanstack/react-query';
import { usePathname, useRouter } from 'next/navigation';

/**
 * Draws a page of the server again when what it shows has changed. The page counts as one more query under `clave`, so that
 * whatever makes those old (an event, an act of one's own, a gap in the connection) asks for it as well. Shows nothing.
 */
export function PaginaAlDia({ clave }: { clave: QueryKey }) {
  const router = useRouter();
  const ruta = usePathname();
  useQuery({
    queryKey: [...clave, 'pagina', ruta],
    queryFn: () => {
      router.refresh();
      return ruta;
    },
    initialData: ruta,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  return null;
}
