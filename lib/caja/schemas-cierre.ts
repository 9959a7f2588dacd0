import { z } from 'zod';
import type { AprobacionDeDocumento } from '@/lib/aprobacion/schemas';
import type { TareaDto } from '@/lib/tarea/schemas';
import { autoria, idDeFila, listaQuery, monto, opcional, texto } from '@/lib/validation';
import type { ClaseExterna } from './rules';
import { porPiezas } from './schemas';
import type { BalanceDto, FilaDeSesionDto, SesionCajaDto, SesionDetalleDto } from './schemas-respuestas';

/** A later count of a closed drawer, and why. */
export const RecontarCajaInput = z
  .strictObject({ id: idDeFila, monto: monto(), denominaciones: porPiezas, motivo: texto({ min: 3 }), ...autoria })
  .transform((v) => ({ id: v.id, monto: v.monto, denominaciones: v.denominaciones ?? null, motivo: v.motivo }));

/** What is left to be looked at after a close, in the words of who leaves it. */
export const AnotarPendienteInput = z.strictObject({ id: idDeFila, detalle: texto({ min: 3, max: 200 }) });

/** Differences over time, by who closed or by caja; without dates, the last ninety days. */
export const DiferenciasInput = z.strictObject({
  por: opcional(z.enum(['cajero', 'caja'], 'Se agrupa por cajero o por caja.')),
  desde: listaQuery.shape.desde,
  hasta: listaQuery.shape.hasta,
  id_caja: opcional(idDeFila),
  id_usuario: opcional(idDeFila),
});

/** An account whose own app shows a balance. No figure: the count is blind. */
export type CuentaExternaDto = { id_cuenta: number; nombre: string; clase: ClaseExterna };

/** What an app showed at a close beside the libro. Bolivianos. */
export type ConteoExternoDto = CuentaExternaDto & {
  saldo_app: number;
  saldo_libro: number;
  diferencia: number;
  /** The difference it already had when it was last declared; null the first time. */
  diferencia_previa: number | null;
  /** What came apart since; null when the shop's bank is declared for the first time. */
  diferencia_nueva: number | null;
};

/** A later count of a closed drawer. Bolivianos. */
export type RecuentoDto = {
  id: number;
  id_sesion_caja: number;
  monto: number;
  denominaciones: Record<string, number> | null;
  ajuste: number;
  /** The session's difference once it counts. */
  diferencia: number;
  contra: 'gaveta' | 'apertura';
  motivo: string;
  id_asiento: number;
  fecha: string;
  usuario: string;
  aprobaciones: AprobacionDeDocumento[];
};

/** An entry made after the close that corrects a session. */
export type CorreccionDto = {
  id_asiento: number;
  fecha: string;
  tipo_documento: string;
  id_documento: number;
  glosa: string;
  usuario: string;
  /** The session it was made in; another than the one it corrects when it undoes a ticket of it. */
  id_sesion_caja: number | null;
  importe: number;
};

/** A likely cause of a difference, with the entries to look at. */
export type HipotesisDto = {
  causa: string;
  titulo: string;
  mirar: string;
  certeza: 'alta' | 'media' | 'baja';
  filas: FilaDeSesionDto[];
};

/** The difference over the cap that a superior looks at after the close. */
export type RevisionDto = { id: number; estado: 'PENDIENTE' | 'APROBADA' | 'RECHAZADA'; respuesta: string | null };

/** What a sealed count found: only of a closed session. */
export type CierreDto = {
  sesion: SesionDetalleDto;
  balance: BalanceDto;
  externas: ConteoExternoDto[];
  /** The session's difference after its recounts and corrections. Bolivianos. */
  diferencia_vigente: number;
  hipotesis: HipotesisDto[];
  recuentos: RecuentoDto[];
  correcciones: CorreccionDto[];
  tareas: TareaDto[];
  revision: RevisionDto | null;
};

/** An open session as whoever looks after the cajas sees it now. */
export type SesionVivaDto = {
  sesion: SesionCajaDto;
  balance: BalanceDto;
  tickets: number;
  /** The last entry of the session. */
  ultima_operacion: string | null;
};

/** One close in a line of differences. Bolivianos. */
export type PuntoDto = { id_sesion_caja: number; fecha: string; diferencia: number };

/** How the closes of a person, or of a caja, went over time. Bolivianos. */
export type DiferenciasDto = {
  id: number;
  nombre: string;
  cierres: number;
  /** How many agreed to the centavo. */
  cuadran: number;
  faltantes: number;
  sobrantes: number;
  neto: number;
  /** How much the size of the difference changes by week, by least squares; null with fewer than four closes. */
  por_semana: number | null;
  /** Oldest first, the last two hundred. */
  puntos: PuntoDto[];
};
