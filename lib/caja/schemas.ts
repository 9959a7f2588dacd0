import { z } from 'zod';
import type { AprobacionDeDocumento } from '@/lib/aprobacion/schemas';
import { autoria, idDeFila, listaQuery, monto, opcional, texto } from '@/lib/validation';
import { denominacionDe, ESPECIALIDADES, type Especialidad, MOVIMIENTO_MINIMO, TIPOS_MOVIMIENTO } from './rules';

const nombre = texto({ min: 3, max: 60 });
const especialidad = z.enum(ESPECIALIDADES, 'La especialidad debe ser SOLO_VENTAS, SOLO_AGENTES o MIXTA.');

/** A new caja; `saldo` is the cash that is already in its drawer. */
export const CrearCajaInput = z
  .strictObject({ nombre, especialidad, saldo: opcional(monto()), ...autoria })
  .transform((v) => ({ nombre: v.nombre, especialidad: v.especialidad, saldo: v.saldo ?? 0 }));

/** `saldo` is accepted because clients send whole forms, and ignored: cash only moves through the libro. */
export const EditarCajaInput = z
  .strictObject({
    id: idDeFila,
    nombre: opcional(nombre),
    especialidad: opcional(especialidad),
    saldo: z.unknown().optional().meta({ deprecated: true }),
    ...autoria,
  })
  .transform((v) => ({ id: v.id, nombre: v.nombre, especialidad: v.especialidad }));

/** One row by its id. */
export const IdInput = z.strictObject({ id: idDeFila, ...autoria });

/** Without `monto_inicial`, what the drawer holds; without `id_usuario`, the person signed in. */
export const AbrirCajaInput = z
  .strictObject({ ...autoria, id_caja: idDeFila, monto_inicial: opcional(monto()), id_usuario: opcional(idDeFila) })
  .transform((v) => ({ idCaja: v.id_caja, montoInicial: v.monto_inicial, idUsuario: v.id_usuario }));

/** Cash in or out by hand. */
export const RegistrarMovimientoInput = z
  .strictObject({
    tipo: z.enum(TIPOS_MOVIMIENTO, 'El tipo debe ser INGRESO o EGRESO.'),
    monto: monto({ min: MOVIMIENTO_MINIMO }),
    motivo: texto({ min: 3 }),
    id_sesion_caja: idDeFila,
    ...autoria,
  })
  .transform((v) => ({ tipo: v.tipo, monto: v.monto, motivo: v.motivo, idSesionCaja: v.id_sesion_caja }));

/** Pieces by note or coin, named in bolivianos: `{ "200": 3, "0.5": 4 }`. Becomes pieces by centavos. */
const denominaciones = z
  .record(z.string(), z.int('Cada denominación lleva un número entero de piezas.').min(0).max(1_000_000))
  .transform((porClave, ctx) => {
    const conteo: Record<number, number> = {};
    for (const [clave, piezas] of Object.entries(porClave)) {
      const valor = denominacionDe(clave);
      if (valor === null) ctx.addIssue(`No hay billete ni moneda de ${clave.slice(0, 20)}.`);
      else conteo[valor] = (conteo[valor] ?? 0) + piezas;
    }
    return conteo;
  });

/** The sealed count. */
export const CerrarCajaInput = z
  .strictObject({
    id: idDeFila,
    monto_final_real: monto(),
    denominaciones: opcional(denominaciones).meta({
      description: 'Piezas por billete o moneda: `{ "200": 3, "0.5": 4 }`.',
    }),
    ...autoria,
  })
  .transform((v) => ({ id: v.id, montoFinalReal: v.monto_final_real, denominaciones: v.denominaciones ?? null }));

/** Who else may work in a session. */
export const AdmitirInput = z
  .strictObject({ id: idDeFila, id_usuario: idDeFila })
  .transform((v) => ({ id: v.id, idUsuario: v.id_usuario }));

/** Whose open session. */
export const SesionActivaInput = z.strictObject({ id_usuario: idDeFila });

/** Cajas of the request's branch, of another, or of all that the actor sees. */
export const ListarCajasInput = listaQuery.extend({ id_sucursal: opcional(z.union([z.literal('todas'), idDeFila])) });

/** The history, newest first. */
export const ListarSesionesInput = listaQuery.extend({
  id_caja: opcional(idDeFila),
  id_usuario: opcional(idDeFila),
  estado_sesion: opcional(z.enum(['ABIERTA', 'CERRADA'])),
});

/** What a figure of the balance is made of. */
export const CONCEPTOS = [
  'ventas_efectivo',
  'ventas_qr',
  'ventas_transferencia',
  'ingresos',
  'egresos',
  'compras',
  'agentes',
  'recargas',
  'fiado',
  'otros',
  'apertura',
  'cierre',
] as const;
export type Concepto = (typeof CONCEPTOS)[number];

/** The rows behind a session's figures, newest first. */
export const FilasDeSesionInput = listaQuery.extend({ id: idDeFila, concepto: opcional(z.enum(CONCEPTOS)) });

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
  sesion_abierta: { id: number; id_usuario: number; cajero: string; fecha_apertura: string } | null;
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
  motivo: string;
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
