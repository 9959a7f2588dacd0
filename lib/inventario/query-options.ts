import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { askApi } from '@/lib/api-client';
import type { ProductoDto, ProductoPorCodigoDto } from '@/lib/producto/schemas';

const PAGINA = '50';

/** A list of the room, a page at a time: `camino` after `/api/inventario/`, with its filters. Old when anything of it changes. */
export function listaQuery<T>(camino: string, filtro: Readonly<Record<string, string | null>> = {}) {
  const query = new URLSearchParams({ limite: PAGINA });
  for (const [nombre, valor] of Object.entries(filtro)) if (valor) query.set(nombre, valor);
  return infiniteQueryOptions({
    queryKey: ['inventario', camino, query.toString()],
    queryFn: async ({ pageParam, signal }) => {
      const pagina = new URLSearchParams(query);
      if (pageParam) pagina.set('cursor', pageParam);
      const { data, nextCursor } = await askApi<T[]>(`/api/inventario/${camino}?${pagina}`, { signal });
      return { filas: data, nextCursor };
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    staleTime: 0,
  });
}

/** Products found by name or code, the exact code first; nothing until something is written. */
export function buscarProductoQuery(buscar: string) {
  const texto = buscar.trim();
  return queryOptions({
    queryKey: ['productos', 'elegir', texto],
    queryFn: async ({ signal }) =>
      (await askApi<ProductoDto[]>(`/api/productos?limite=8&buscar=${encodeURIComponent(texto)}`, { signal })).data,
    enabled: texto.length > 1,
    staleTime: 10_000,
  });
}

/** The product of a code that was scanned, and of how many units the code is. Throws ApiError when nobody has it. */
export async function productoDeCodigo(codigo: string): Promise<ProductoPorCodigoDto> {
  return (await askApi<ProductoPorCodigoDto>(`/api/productos/barcode/${encodeURIComponent(codigo)}`)).data;
}
