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

/** The people of the branches that one sees, a page at a time. */
export function usuariosQuery({ buscar, rol, sucursal, estado }: FiltroUsuarios) {
  const query = new URLSearchParams({ limite: String(PAGINA), estado });
  if (buscar.trim()) query.set('buscar', buscar.trim());
  if (rol !== null) query.set('id_role', String(rol));
  if (sucursal !== null) query.set('id_sucursal', String(sucursal));
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
