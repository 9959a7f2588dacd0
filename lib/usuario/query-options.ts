import { infiniteQueryOptions } from '@tanstack/react-query';
import { askApi } from '@/lib/api-client';
import type { UsuarioDto } from './schemas';

/** Which people the list shows. */
export type FiltroUsuarios = {
  buscar: string;
  rol: number | null;
  sucursal: number | null;
  estado: 'true' | 'false' | 'todos';
};

const PAGINA = 50;

/** A filter as the wire names it. */
export function filtroDe({ buscar, rol, sucursal, estado }: FiltroUsuarios) {
  return { buscar: buscar.trim(), id_role: rol, id_sucursal: sucursal, estado };
}

/** The people of the branches that one sees, a page at a time. */
export function usuariosQuery(filtro: FiltroUsuarios) {
  const query = new URLSearchParams({ limite: String(PAGINA) });
  for (const [nombre, valor] of Object.entries(filtroDe(filtro))) if (valor) query.set(nombre, String(valor));
  return infiniteQueryOptions({
    queryKey: ['usuarios', query.toString()],
    queryFn: async ({ pageParam, signal }) => {
      const pagina = new URLSearchParams(query);
      if (pageParam) pagina.set('cursor', pageParam);
      const { data, nextCursor, total } = await askApi<{ data: UsuarioDto[] }>(`/api/usuario?${pagina}`, { signal });
      return { usuarios: data.data, nextCursor, total };
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    staleTime: 0,
  });
}
