import { queryOptions } from '@tanstack/react-query';
import { askApi } from '@/lib/api-client';
import type {
  AdmisibleDto,
  AdmitidoDto,
  BalanceDto,
  MovimientoCajaDto,
  PersonaEnMostradorDto,
  PersonasDeMostradorDto,
  SesionCajaDto,
  SesionDetalleDto,
} from './schemas';

/** What the counter sends; amounts in bolivianos, as the wire has them. */
export type CuerpoApertura = { id_caja: number; monto_inicial: number };
export type CuerpoMovimiento = { tipo: 'INGRESO' | 'EGRESO'; monto: number; motivo: string; id_sesion_caja: number };
export type CuerpoCierre = { id: number; monto_final_real: number; denominaciones?: Record<string, number> };

/** A session with its movements by hand. */
export function sesionQuery(id: number) {
  return queryOptions({
    queryKey: ['cajas', 'sesion', id],
    queryFn: async ({ signal }) => (await askApi<SesionDetalleDto>(`/api/cajas/sesion/${id}`, { signal })).data,
  });
}

/** A session's figures, asked again every few seconds while somebody looks. */
export function balanceQuery(id: number) {
  return queryOptions({
    queryKey: ['cajas', 'balance', id],
    queryFn: async ({ signal }) => (await askApi<BalanceDto>(`/api/cajas/sesion/${id}/balance`, { signal })).data,
    refetchInterval: 15_000,
  });
}

/** Opens a caja under its clave. Throws ApiError, SinRespuestaError. */
export async function enviarApertura(body: CuerpoApertura, clave: string): Promise<SesionCajaDto> {
  return (await askApi<SesionCajaDto>('/api/cajas/abrir', { method: 'POST', body, clave })).data;
}

/** Registers cash in or out under its clave. Throws ApiError, SinRespuestaError. */
export async function enviarMovimiento(body: CuerpoMovimiento, clave: string): Promise<MovimientoCajaDto> {
  return (await askApi<MovimientoCajaDto>('/api/cajas/movimiento', { method: 'POST', body, clave })).data;
}

/** Seals a count under its clave. Throws ApiError, SinRespuestaError. */
export async function enviarCierre({ id, ...body }: CuerpoCierre, clave: string): Promise<SesionCajaDto> {
  return (await askApi<SesionCajaDto>(`/api/cajas/sesion/${id}/cerrar`, { method: 'PATCH', body, clave })).data;
}

/** Who may come to this screen; asked anew each time the lock or the switch opens. */
export function mostradorQuery() {
  return queryOptions({
    queryKey: ['acceso', 'mostrador'],
    queryFn: async ({ signal }) => (await askApi<PersonasDeMostradorDto>('/api/auth/mostrador', { signal })).data,
    staleTime: 0,
  });
}

/** Puts another person at this screen. Throws ApiError, SinRespuestaError. */
export async function enviarCambio(body: { id_usuario: number; pin: string }): Promise<PersonaEnMostradorDto> {
  return (await askApi<PersonaEnMostradorDto>('/api/auth/cambiar', { method: 'POST', body })).data;
}

/** Who may work in a session. */
export function admitidosQuery(id: number) {
  return queryOptions({
    queryKey: ['cajas', 'admitidos', id],
    queryFn: async ({ signal }) => (await askApi<AdmitidoDto[]>(`/api/cajas/sesion/${id}/admitidos`, { signal })).data,
    staleTime: 0,
  });
}

/** Who could be admitted to it. */
export function admisiblesQuery(id: number) {
  return queryOptions({
    queryKey: ['cajas', 'admisibles', id],
    queryFn: async ({ signal }) =>
      (await askApi<AdmisibleDto[]>(`/api/cajas/sesion/${id}/admisibles`, { signal })).data,
    staleTime: 0,
  });
}

/** Admits a person to a session, or takes them out. Throws ApiError, SinRespuestaError. */
export async function enviarAdmision(id: number, idUsuario: number, admite: boolean): Promise<AdmitidoDto[]> {
  const ruta = `/api/cajas/sesion/${id}/admitidos`;
  const { data } = admite
    ? await askApi<AdmitidoDto[]>(ruta, { method: 'POST', body: { id_usuario: idUsuario } })
    : await askApi<AdmitidoDto[]>(`${ruta}/${idUsuario}`, { method: 'DELETE' });
  return data;
}
