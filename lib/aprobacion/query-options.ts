import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { askApi } from '@/lib/api-client';
import type { AprobacionDto, DetalleDeRechazo, SuperiorDto } from './schemas';

/** Filters of the history, as the wire names them. */
export type FiltroHistorial = { estado: string | null; desde: string | null; hasta: string | null; buscar: string };

const POR_PAGINA = 30;
/** The most that a superior's badge counts. */
const PENDIENTES = 50;

/** What waits for an answer, newest first: live, and asked again now and then in case a hint was lost. */
export function pendientesQuery() {
  return queryOptions({
    queryKey: ['aprobaciones', 'pendientes'],
    queryFn: async ({ signal }) =>
      (await askApi<AprobacionDto[]>(`/api/aprobaciones?estado=PENDIENTE&limite=${PENDIENTES}`, { signal })).data,
    refetchInterval: 20_000,
    staleTime: 0,
  });
}

/** One approval while its requester waits. */
export function esperaQuery(id: number) {
  return queryOptions({
    queryKey: ['aprobaciones', 'espera', id],
    queryFn: async ({ signal }) => (await askApi<AprobacionDto>(`/api/aprobaciones/${id}`, { signal })).data,
    refetchInterval: 3_000,
    staleTime: 0,
  });
}

/** Who may answer an approval. */
export function superioresQuery(id: number) {
  return queryOptions({
    queryKey: ['aprobaciones', 'superiores', id],
    queryFn: async ({ signal }) => (await askApi<SuperiorDto[]>(`/api/aprobaciones/${id}/superiores`, { signal })).data,
  });
}

/** What was asked for, a page at a time. */
export function historialQuery(filtro: FiltroHistorial) {
  const query = new URLSearchParams({ limite: String(POR_PAGINA) });
  for (const [nombre, valor] of Object.entries(filtro)) if (valor) query.set(nombre, valor);
  return infiniteQueryOptions({
    queryKey: ['aprobaciones', 'historial', query.toString()],
    queryFn: async ({ pageParam, signal }) => {
      const pagina = new URLSearchParams(query);
      if (pageParam) pagina.set('cursor', pageParam);
      const { data, nextCursor } = await askApi<AprobacionDto[]>(`/api/aprobaciones?${pagina}`, { signal });
      return { aprobaciones: data, nextCursor };
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    staleTime: 0,
  });
}

async function responder(id: number, acto: string, body: object): Promise<AprobacionDto> {
  return (await askApi<AprobacionDto>(`/api/aprobaciones/${id}/${acto}`, { method: 'POST', body })).data;
}

/** Asks the superiors. Throws ApiError, SinRespuestaError. */
export const enviarPedido = (id: number, motivo: string) => responder(id, 'pedir', { motivo });

/** A superior's PIN, at the counter. Throws ApiError, SinRespuestaError. */
export const enviarPin = (id: number, body: { id_usuario: number; pin: string; motivo: string }) =>
  responder(id, 'pin', body);

/** A yes or a no from one's own screen. Throws ApiError, SinRespuestaError. */
export const enviarRespuesta = (id: number, acto: 'aprobar' | 'rechazar', respuesta: string) =>
  responder(id, acto, { respuesta });

/** Takes a request back. Throws ApiError, SinRespuestaError. */
export const enviarCancelacion = (id: number) => responder(id, 'cancelar', {});

/** What a refused act would need, when that is why it was refused: of a thrown refusal or of an action's answer. */
export function rechazoPorAprobar(que: unknown): DetalleDeRechazo | null {
  if (typeof que !== 'object' || que === null || !('code' in que) || que.code !== 'requiere_aprobacion') return null;
  const detalle = 'detalle' in que ? que.detalle : null;
  return typeof detalle === 'object' && detalle !== null && 'id_aprobacion' in detalle
    ? (detalle as DetalleDeRechazo)
    : null;
}
