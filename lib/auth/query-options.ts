import { queryOptions } from '@tanstack/react-query';
import { askApi } from '@/lib/api-client';
import type { CodigosDto, LlavesDto, SecretoDto } from '@/lib/auth/segundo-factor-input';

type Mensaje = { message: string };

/** How one's own PIN and second factor are. */
export function llavesQuery() {
  return queryOptions({
    queryKey: ['acceso', 'llaves'],
    queryFn: async ({ signal }) => (await askApi<LlavesDto>('/api/auth/llaves', { signal })).data,
    staleTime: 0,
  });
}

const enviar = async <T>(ruta: string, body: object, method: 'POST' | 'DELETE' = 'POST'): Promise<T> =>
  (await askApi<T>(`/api/auth/${ruta}`, { method, body })).data;

/** Locks this screen. Throws ApiError, SinRespuestaError. */
export const enviarBloqueo = () => enviar<Mensaje>('bloquear', {});

/** Unlocks it with the PIN or the password. Throws ApiError, SinRespuestaError. */
export const enviarDesbloqueo = (con: { pin: string } | { password: string }) => enviar<Mensaje>('desbloquear', con);

/** Sets one's own PIN. Throws ApiError, SinRespuestaError. */
export const enviarPin = (datos: { pin: string; password: string }) => enviar<Mensaje>('pin', datos);

/** Takes one's own PIN away. Throws ApiError, SinRespuestaError. */
export const quitarPinPropio = () => enviar<Mensaje>('pin', {}, 'DELETE');

/** Takes away the key that somebody else forgot or lost; they set the next one. Throws ApiError, SinRespuestaError. */
export const quitarLlaveDe = async (idUsuario: number, llave: 'pin' | 'segundo-factor'): Promise<Mensaje> =>
  (await askApi<Mensaje>(`/api/usuario/${idUsuario}/${llave}`, { method: 'DELETE' })).data;

/** Starts the second factor. Throws ApiError, SinRespuestaError. */
export const enviarInicioSegundoFactor = (datos: { password: string }) => enviar<SecretoDto>('segundo-factor', datos);

/** Turns it on with the first code. Throws ApiError, SinRespuestaError. */
export const enviarConfirmacion = (datos: { codigo: string }) => enviar<CodigosDto>('segundo-factor/confirmar', datos);

/** New recovery codes. Throws ApiError, SinRespuestaError. */
export const enviarRenovacion = (datos: { password: string; codigo: string }) =>
  enviar<CodigosDto>('segundo-factor/codigos', datos);

/** Turns the second factor off. Throws ApiError, SinRespuestaError. */
export const enviarDesactivacion = (datos: { password: string; codigo: string }) =>
  enviar<Mensaje>('segundo-factor/desactivar', datos);
