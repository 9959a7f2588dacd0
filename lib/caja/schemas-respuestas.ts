import type { AprobacionDeDocumento } from '@/lib/aprobacion/schemas';
import type { Especialidad } from './rules';
import type { Concepto } from './schemas';

type Comunes = {
  estado: boolean;
  id_user_create: number | null;
  id_user_update: number | null;
  created_at: string;
  updated_at: string;
};

/** `Caja` of the contract. `saldo` is null while open without the right to see what is expected. */
export type CajaDto = Comunes & {
  id: number;
  nombre: string;
  especialidad: Especialidad;
  saldo: number | null;
  id_sucursal: number;
  sucursal: string;
  /** Cash out over this waits for a superior; null: only the role's cap. */
  egreso_maximo: number | null;
  /** A difference over this is looked at by a superior; null: only the role's cap. */
  diferencia_maxima: number | null;
  /** The notes and coins that its count offers, from the largest. */
  denominaciones: number[];
  /** Who may open it; empty: everybody of the branch. */
  personas: { id_usuario: number; nombre: string }[];
  sesion_abierta: {
    id: number;
    id_usuario: number;
    cajero: string;
    fecha_apertura: string;
    /** Since when it is being counted: no cash moves meanwhile. */
    contando_desde: string | null;
  } | null;
};

/** `SesionCaja` of the contract. What is expected is null while open without the right. */
export type SesionCajaDto = Comunes & {
  id: number;
  monto_inicial: number;
  /** The count at opening minus what the drawer should have held. */
  diferencia_apertura: number | null;
  monto_final_teorico: number | null;
  monto_final_real: number | null;
  diferencia: number | null;
  denominaciones: Record<string, number> | null;
  estado_sesion: 'ABIERTA' | 'CERRADA';
  fecha_apertura: string;
  fecha_cierre: string | null;
  /** The La Paz day it opened. */
  fecha_negocio: string;
  /** Why it did not open with what the last close left. */
  motivo_apertura: string | null;
  /** Since when its drawer is being counted, and by whom; null unless it is. */
  contando_desde: string | null;
  contando_por: string | null;
  /** The session that it received in a handover. */
  id_sesion_relevada: number | null;
  id_caja: number;
  caja: CajaDto;
  id_usuario: number;
  cajero: string;
};

/** `MovimientoCaja` of the contract. */
export type MovimientoCajaDto = Comunes & {
  id: number;
  tipo: 'INGRESO' | 'EGRESO';
  monto: number;
  /** What was written, or the reason's own name. */
  motivo: string;
  id_motivo: number | null;
  /** The reason of the list; null in what is older than the list. */
  motivo_de_lista: string | null;
  con_foto: boolean;
  fecha: string;
  id_sesion_caja: number;
  usuario: string;
  /** Who let it, when it was over the cap of who made it. */
  aprobaciones: AprobacionDeDocumento[];
};

/** A session with its movements by hand, newest first. */
export type SesionDetalleDto = SesionCajaDto & {
  movimientos: MovimientoCajaDto[];
  /** Who let its opening difference, and who accepted that of its close. */
  aprobaciones: AprobacionDeDocumento[];
};

/** Somebody who could be assigned to a caja of their branch, or to any. */
export type AsignableDto = { id_usuario: number; nombre: string; id_sucursal: number; en_todas: boolean };

/** A handover: what closed and what opened, with one count. */
export type RelevoDto = { cerrada: SesionCajaDto; abierta: SesionCajaDto };

/** Somebody who may receive a drawer now. */
export type RelevoPosibleDto = { id_usuario: number; nombre: string; rol: string; con_pin: boolean };

/** Somebody who may work in a session: who answers for it, or who was admitted, by whom and since when. */
export type AdmitidoDto = {
  id_usuario: number;
  nombre: string;
  responsable: boolean;
  admitido_por: string | null;
  admitido_en: string | null;
};

/** Somebody who could be admitted. */
export type AdmisibleDto = { id_usuario: number; nombre: string; rol: string };

/** Who may come to this screen, as its lock and its switch show them. */
export type PersonasDeMostradorDto = {
  bloqueada: boolean;
  /** The person at the screen, and whether they have a PIN. */
  actual: { id_usuario: number; nombre: string; con_pin: boolean; nivel: 'clave' | 'pin' };
  /** The caja this screen works with, if any. */
  caja: string | null;
  /** The others who may come with their PIN. */
  personas: { id_usuario: number; nombre: string }[];
};

/** Who is at the screen after a switch, and until when at most. */
export type PersonaEnMostradorDto = { id_usuario: number; nombre: string; expira_en: string };

/** Figures of a session in bolivianos; every one is null while open without the right to see what is expected. */
export type BalanceDto = {
  id_sesion_caja: number;
  monto_inicial: number;
  ingresos: number | null;
  egresos: number | null;
  monto_final_teorico: number | null;
  ventas: { efectivo: number | null; qr: number | null; transferencia: number | null };
  /** Cash in and out of the banking agent. */
  agentes: { ingresos: number | null; egresos: number | null; neto: number | null };
  recargas: number | null;
  fiado: number | null;
  /** Cash paid for purchases. */
  compras: number | null;
  /** Cash between the drawer, the safe and the bank, signed. */
  traspasos: number | null;
  otros: number | null;
  /** They add up to `monto_final_teorico`. */
  bolsillos: Record<'mercaderia' | 'agente' | 'recargas' | 'fiado' | 'fondo', number | null>;
};

/** One row behind a figure: an entry of the libro and what it moved. */
export type FilaDeSesionDto = {
  id_asiento: number;
  fecha: string;
  concepto: Concepto;
  tipo_documento: string;
  id_documento: number;
  glosa: string;
  usuario: string;
  importe: number;
};

/** The drawer was opened, and it is noted. */
export type GavetaAbiertaDto = { id_sesion_caja: number; caja: string; motivo: string; fecha: string };
