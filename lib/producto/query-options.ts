import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { askApi } from '@/lib/api-client';
import { type Orden, variantesDeCodigo } from './rules';
import { enCamino } from './rules-importacion';
import type { ProductoDto } from './schemas';
import type { ImportacionDto, ImportacionFilaDto, PorDeshacerDto } from './schemas-importacion';

/** Which products the list shows, as the wire names it. */
export type FiltroLista = {
  buscar: string;
  id_categoria: number | null;
  favorito: boolean;
  bajo_stock: boolean;
  orden: Orden | null;
};

const PAGINA = 50;

/** A filter as the query of a list; what is not asked is not there. */
export function parametrosDe(filtro: FiltroLista): URLSearchParams {
  const query = new URLSearchParams();
  if (filtro.buscar.trim()) query.set('buscar', filtro.buscar.trim());
  if (filtro.id_categoria) query.set('id_categoria', String(filtro.id_categoria));
  if (filtro.favorito) query.set('favorito', 'true');
  if (filtro.bajo_stock) query.set('bajo_stock', 'true');
  if (filtro.orden) query.set('orden', filtro.orden);
  return query;
}

/** Products of the catalogue with the branch's stock, a page at a time; the total comes with the first. */
export function productosQuery(filtro: FiltroLista) {
  const query = parametrosDe(filtro);
  query.set('limite', String(PAGINA));
  return infiniteQueryOptions({
    queryKey: ['productos', 'lista', query.toString()],
    queryFn: async ({ pageParam, signal }) => {
      const { data, nextCursor, total } = await askApi<ProductoDto[]>(`/api/productos?${conCursor(query, pageParam)}`, {
        signal,
      });
      return { productos: data, nextCursor, total };
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    staleTime: 0,
  });
}

/** Who has this code in the catalogue; `null` when nobody does. The exact code comes first in a search. */
export function duenoDeCodigoQuery(codigo: string) {
  return queryOptions({
    queryKey: ['productos', 'dueno', codigo],
    queryFn: async ({ signal }): Promise<ProductoDto | null> => {
      const query = new URLSearchParams({ limite: '1', buscar: codigo });
      const { data } = await askApi<ProductoDto[]>(`/api/productos?${query}`, { signal });
      const codigos = variantesDeCodigo(codigo);
      return data.find((p) => p.codigo_barras !== null && codigos.includes(p.codigo_barras)) ?? null;
    },
    enabled: codigo !== '',
    staleTime: 0,
  });
}

/** Gives a product a picture. Throws ApiError, SinRespuestaError. */
export async function ponerFoto(id: number, archivo: File): Promise<void> {
  const body = new Blob([archivo], { type: archivo.type });
  await askApi<ProductoDto>(`/api/inventario/producto/${id}/imagen`, { method: 'POST', body, timeout: 60_000 });
}

/** Takes the picture of a product off. Throws ApiError, SinRespuestaError. */
export async function quitarFoto(id: number): Promise<void> {
  await askApi<ProductoDto>(`/api/inventario/producto/${id}/imagen`, { method: 'DELETE' });
}

/** Sends a file to be read and checked; the answer is its review. Throws ApiError, SinRespuestaError. */
export async function subirImportacion(archivo: File): Promise<ImportacionDto> {
  const path = `/api/inventario/importaciones?nombre=${encodeURIComponent(archivo.name.slice(0, 200))}`;
  const body = new Blob([archivo], { type: 'text/csv' });
  return (await askApi<ImportacionDto>(path, { method: 'POST', body, timeout: 180_000 })).data;
}

/** An import; asked again and again while the worker is at it. */
export function importacionQuery(id: number) {
  return queryOptions({
    queryKey: ['importaciones', id],
    queryFn: async ({ signal }) =>
      (await askApi<ImportacionDto>(`/api/inventario/importaciones/${id}`, { signal })).data,
    refetchInterval: ({ state }) => (enCamino(state.data?.situacion) ? 600 : false),
    staleTime: 0,
  });
}

/** What undoing an import would do now. */
export function porDeshacerQuery(id: number) {
  return queryOptions({
    queryKey: ['importaciones', id, 'deshacer'],
    queryFn: async ({ signal }) =>
      (await askApi<PorDeshacerDto>(`/api/inventario/importaciones/${id}/deshacer`, { signal })).data,
    staleTime: 0,
  });
}

/** Which rows of a file. */
export type VistaFilas = 'malas' | 'avisos' | 'todas';

/** Rows of a reviewed file, a page at a time. They never change between one reading (`version`) and the next. */
export function filasQuery(id: number, vista: VistaFilas, version: string) {
  const query = new URLSearchParams({ limite: '30' });
  if (vista !== 'todas') query.set(vista, 'true');
  return infiniteQueryOptions({
    queryKey: ['importaciones', id, 'filas', vista, version],
    queryFn: async ({ pageParam, signal }) => {
      const path = `/api/inventario/importaciones/${id}/filas?${conCursor(query, pageParam)}`;
      const { data, nextCursor } = await askApi<ImportacionFilaDto[]>(path, { signal });
      return { filas: data, nextCursor };
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

function conCursor(query: URLSearchParams, cursor: string): URLSearchParams {
  const pagina = new URLSearchParams(query);
  if (cursor) pagina.set('cursor', cursor);
  return pagina;
}
