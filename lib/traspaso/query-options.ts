import { queryOptions } from '@tanstack/react-query';
import { askApi } from '@/lib/api-client';
import type { Lugar } from './rules';
import type { TraspasoDto } from './schemas';

/** What the screens send; the amount in bolivianos. */
export type CuerpoTraspaso = {
  origen: Lugar;
  destino: Lugar;
  monto: number;
  nota: string | null;
  id_sesion_caja: number | null;
  id_archivo?: number;
};

/** The transfers of one session. */
export function traspasosQuery(idSesion: number) {
  return queryOptions({
    queryKey: ['cajas', 'traspasos', idSesion],
    queryFn: async ({ signal }) =>
      (await askApi<TraspasoDto[]>(`/api/cajas/traspasos?id_sesion_caja=${idSesion}`, { signal })).data,
  });
}

/** Moves cash from one place to another under its clave. Throws ApiError, SinRespuestaError. */
export async function enviarTraspaso(body: CuerpoTraspaso, clave: string): Promise<TraspasoDto> {
  return (await askApi<TraspasoDto>('/api/cajas/traspaso', { method: 'POST', body, clave })).data;
}
