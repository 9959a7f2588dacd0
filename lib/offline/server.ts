import { ApiError, askApi, SinRespuestaError } from '@/lib/api-client';
import type { CatalogoDto, ConcesionDto, HechosDto, LatidoDto, ResultadoDeHechoDto } from '@/lib/mostrador/schemas';
import type { Acuse, Respuesta } from './sender';
import type { Envio } from './types';

const LIMITE = 2_000;

/** A page of the catalogue, or of what changed of it since `cursor`. Throws ApiError, SinRespuestaError. */
export async function pedirCatalogo(cursor: string | null, signal?: AbortSignal): Promise<CatalogoDto> {
  // The first page is small, so that the counter can sell soon.
  const query = new URLSearchParams(cursor === null ? { limite: '200' } : { limite: String(LIMITE), cursor });
  const ask = { timeout: 30_000, ...(signal && { signal }) };
  return (await askApi<CatalogoDto>(`/api/mostrador/catalogo?${query}`, ask)).data;
}

/** Says who this browser is and asks for a grant for whoever is signed in. Throws ApiError, SinRespuestaError. */
export async function pedirConcesion(body: {
  id_dispositivo: string;
  nombre?: string;
  id_caja?: number;
  tomar?: boolean;
}): Promise<ConcesionDto> {
  return (await askApi<ConcesionDto>('/api/mostrador/dispositivo', { method: 'POST', body })).data;
}

/** What a heartbeat says. */
export type Latido = {
  id_dispositivo: string;
  ahora: string;
  pendientes: number;
  mas_antiguo?: string;
  cursor?: string;
  version?: string;
};

/** A heartbeat. Throws ApiError, SinRespuestaError. */
export async function mandarLatido(body: Latido): Promise<LatidoDto> {
  return (await askApi<LatidoDto>('/api/mostrador/latido', { method: 'POST', body, timeout: 10_000 })).data;
}

/** Sends facts as they were signed, and reads what became of each. Never throws. */
export async function enviarHechos(idDispositivo: string, envios: readonly Envio[]): Promise<Respuesta> {
  const hechos = envios.map(({ texto, mac }) => ({ texto, mac }));
  try {
    const body = { id_dispositivo: idDispositivo, hechos };
    const { data } = await askApi<HechosDto>('/api/mostrador/hechos', { method: 'POST', body, timeout: 30_000 });
    return { tipo: 'acuses', acuses: data.resultados.map(acuseDe) };
  } catch (error) {
    if (error instanceof ApiError && error.status === 401) return { tipo: 'sin_sesion', frase: error.message };
    if (error instanceof ApiError && (error.status === 400 || error.status === 413 || error.status === 422)) {
      return { tipo: 'partir', frase: error.message };
    }
    const conocido = error instanceof ApiError || error instanceof SinRespuestaError;
    return { tipo: 'sin_respuesta', frase: conocido ? error.message : 'Algo falló al enviar.' };
  }
}

function acuseDe({ resultado, code, frase, documento }: ResultadoDeHechoDto): Acuse {
  const idDocumento = documento?.id ?? null;
  switch (resultado) {
    case 'ACEPTADO':
    case 'YA_ESTABA':
      return { a: 'confirmado', frase: null, idDocumento };
    case 'RETENIDO':
      return { a: 'retenido', frase, idDocumento };
    case 'RECHAZADO':
      return { a: 'observado', frase, idDocumento, code };
    case 'FALLO':
      return { a: 'fallo', frase, idDocumento };
  }
}
