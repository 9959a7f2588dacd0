import { queryOptions } from '@tanstack/react-query';
import { askApi } from '@/lib/api-client';
import type { TareaDto } from '@/lib/tarea/schemas';
import type { CuentaExternaDto, RecuentoDto, SesionVivaDto } from './schemas-cierre';
import type {
  AdmisibleDto,
  AdmitidoDto,
  BalanceDto,
  MovimientoCajaDto,
  PersonaEnMostradorDto,
  PersonasDeMostradorDto,
  RelevoDto,
  RelevoPosibleDto,
  SesionCajaDto,
  SesionDetalleDto,
} from './schemas-respuestas';

/** What the counter sends; amounts in bolivianos, as the wire has them. */
export type CuerpoApertura = { id_caja: number; monto_inicial: number; motivo?: string | null };
export type CuerpoMovimiento = {
  tipo: 'INGRESO' | 'EGRESO';
  monto: number;
  motivo: string | null;
  id_motivo: number;
  id_archivo?: number;
  id_sesion_caja: number;
};
export type CuerpoRelevo = {
  id: number;
  id_usuario: number;
  pin: string;
  monto: number;
  denominaciones?: Record<string, number>;
};
export type CuerpoCierre = {
  id: number;
  monto_final_real: number;
  denominaciones?: Record<string, number>;
  saldos_externos?: { id_cuenta: number; saldo: number }[];
};
export type CuerpoRecuento = { id: number; monto: number; denominaciones?: Record<string, number>; motivo: string };

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

/** Opens a caja under its clave; a difference asks for its reason. Throws ApiError, SinRespuestaError. */
export async function enviarApertura(body: CuerpoApertura, clave: string): Promise<SesionCajaDto> {
  return (
    await askApi<SesionCajaDto>('/api/cajas/abrir', { method: 'POST', body: { ...body, pedir_motivo: true }, clave })
  ).data;
}

/** Registers cash in or out under its clave. Throws ApiError, SinRespuestaError. */
export async function enviarMovimiento(body: CuerpoMovimiento, clave: string): Promise<MovimientoCajaDto> {
  return (await askApi<MovimientoCajaDto>('/api/cajas/movimiento', { method: 'POST', body, clave })).data;
}

/** Seals a count under its clave. Throws ApiError, SinRespuestaError. */
export async function enviarCierre({ id, ...body }: CuerpoCierre, clave: string): Promise<SesionCajaDto> {
  return (await askApi<SesionCajaDto>(`/api/cajas/sesion/${id}/cerrar`, { method: 'PATCH', body, clave })).data;
}

/**
 * Begins counting a drawer: no cash moves until the close. Whoever counts waits for it, so it gives up after eight seconds.
 * Throws ApiError, SinRespuestaError.
 */
export async function enviarContar(id: number): Promise<SesionCajaDto> {
  const pedido = { method: 'POST', body: {}, timeout: 8_000 } as const;
  return (await askApi<SesionCajaDto>(`/api/cajas/sesion/${id}/contar`, pedido)).data;
}

/** Gives the count up. Throws ApiError, SinRespuestaError. */
export async function enviarCancelarConteo(id: number): Promise<SesionCajaDto> {
  return (await askApi<SesionCajaDto>(`/api/cajas/sesion/${id}/contar/cancelar`, { method: 'POST', body: {} })).data;
}

/** Uploads the photo of a slip; its id goes with the movement. Throws ApiError, SinRespuestaError. */
export async function enviarFoto(foto: Blob): Promise<{ id: number }> {
  return (await askApi<{ id: number }>('/api/cajas/movimiento/foto', { method: 'POST', body: foto, timeout: 60_000 }))
    .data;
}

/** Who could receive a drawer now. */
export function relevosQuery(id: number) {
  return queryOptions({
    queryKey: ['cajas', 'relevos', id],
    queryFn: async ({ signal }) =>
      (await askApi<RelevoPosibleDto[]>(`/api/cajas/sesion/${id}/relevos`, { signal })).data,
    staleTime: 0,
  });
}

/** Hands a drawer over under its clave; the screen passes with it. Throws ApiError, SinRespuestaError. */
export async function enviarRelevo({ id, ...body }: CuerpoRelevo, clave: string): Promise<RelevoDto> {
  return (await askApi<RelevoDto>(`/api/cajas/sesion/${id}/relevo`, { method: 'POST', body, clave })).data;
}

/** The accounts that this close may compare with their own app. */
export function externasQuery(id: number) {
  return queryOptions({
    queryKey: ['cajas', 'externas', id],
    queryFn: async ({ signal }) =>
      (await askApi<CuentaExternaDto[]>(`/api/cajas/sesion/${id}/externas`, { signal })).data,
  });
}

/** Every open session with its figures: old when something moves, and asked again once a minute whatever is heard. */
export function vivasQuery() {
  return queryOptions({
    queryKey: ['cajas', 'vivas'],
    queryFn: async ({ signal }) => (await askApi<SesionVivaDto[]>('/api/cajas/vivas', { signal })).data,
    refetchInterval: 60_000,
  });
}

/** Counts a closed drawer again under its clave. Throws ApiError, SinRespuestaError. */
export async function enviarRecuento({ id, ...body }: CuerpoRecuento, clave: string): Promise<RecuentoDto> {
  return (await askApi<RecuentoDto>(`/api/cajas/sesion/${id}/recuento`, { method: 'POST', body, clave })).data;
}

/** Leaves something of a close for later under its clave. Throws ApiError, SinRespuestaError. */
export async function enviarPendiente(body: { id: number; detalle: string }, clave: string): Promise<TareaDto> {
  const { id, detalle } = body;
  return (await askApi<TareaDto>(`/api/cajas/sesion/${id}/tareas`, { method: 'POST', body: { detalle }, clave })).data;
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
