import { z } from 'zod';
import type { Permiso } from '@/lib/auth/permisos';
import { pin } from '@/lib/auth/pin-input';
import type { PermisoConTope } from '@/lib/auth/topes';
import { idDeFila, listaQuery, opcional, texto, textoOpcional } from '@/lib/validation';
import { ESTADOS_VISIBLES, type EstadoVisible, type Momento } from './rules';

const motivo = texto({ min: 3 });
const siONo = z.enum(['true', 'false'], 'Debe ser true o false.').transform((v) => v === 'true');

/** One approval by its id. */
export const IdAprobacionInput = z.strictObject({ id: idDeFila });

/** Asking for it: why, in the requester's words. */
export const PedirAprobacionInput = z.strictObject({ id: idDeFila, motivo });

/** A yes, with or without a word. */
export const AprobarInput = z
  .strictObject({ id: idDeFila, respuesta: textoOpcional() })
  .transform((v) => ({ id: v.id, respuesta: v.respuesta ?? null }));

/** A no always says why. */
export const RechazarInput = z.strictObject({ id: idDeFila, respuesta: motivo });

/** On the spot: the superior types their PIN in the requester's session. */
export const AprobarConPinInput = z
  .strictObject({
    id: idDeFila,
    id_usuario: idDeFila,
    pin,
    motivo,
  })
  .transform((v) => ({ id: v.id, idUsuario: v.id_usuario, pin: v.pin, motivo: v.motivo }));

/** Which approvals. Without `todas`, those of the request's branch. */
export const ListarAprobacionesQuery = listaQuery.extend({
  estado: opcional(z.enum(ESTADOS_VISIBLES, 'El estado no existe.')),
  momento: opcional(z.enum(['ANTES', 'DESPUES'], 'Debe ser ANTES o DESPUES.')),
  mias: opcional(siONo).meta({ description: 'Solo las que pidió quien pregunta.' }),
  tipo_documento: opcional(z.string().max(40)),
  id_documento: opcional(idDeFila),
});
export type FiltroAprobaciones = z.output<typeof ListarAprobacionesQuery>;

/** A right exceeded: how much of it, in the unit of `TOPES`, and the centavos at stake. */
export type Exceso = {
  permiso: PermisoConTope;
  cuanto: number;
  monto: number;
  /** What is over the cap, as the superior reads it. */
  frase: string;
  /** The sentence and its amount are only for who has this right. */
  reserva?: Permiso;
};

/** A line of what the superior reads; with `permiso`, only who has it. */
export type Fila = { etiqueta: string; valor: string; permiso?: Permiso };

/** What is to be done: the operation itself, and how the server describes it. */
export type ActoPorAprobar = { verbo: string; input: unknown; resumen: string; detalle: readonly Fila[] };

/** The document that an approval lets in. */
export type DocumentoAprobado = {
  /** `ajuste_stock` names a product: adjustments older than their own documents. */
  tipo:
    | 'venta'
    | 'movimiento_caja'
    | 'sesion_caja'
    | 'recuento_caja'
    | 'traspaso_caja'
    | 'ajuste_stock'
    | 'documento_stock'
    | 'conteo';
  id: number;
};

/** A refused act, as it waits for somebody to ask for it. */
export type Borrador = {
  huella: string;
  verbo: string;
  permisos: readonly PermisoConTope[];
  resumen: string;
  detalle: readonly Fila[];
  monto: number;
  idSucursal: number;
};

/** `error_detail` of 403 `requiere_aprobacion`. */
export type DetalleDeRechazo = {
  id_aprobacion: number;
  estado: 'BORRADOR' | 'PENDIENTE';
  resumen: string;
  detalle: { etiqueta: string; valor: string }[];
  vence_en: string;
};

/** An approval on the document it let in. */
export type AprobacionDeDocumento = {
  id: number;
  aprobador: string;
  motivo: string | null;
  respuesta: string | null;
  fecha: string;
  via: 'PIN' | 'PANTALLA';
  permisos: string[];
};

/** An approval as clients see it; amounts in bolivianos. */
export type AprobacionDto = {
  id: number;
  id_sucursal: number;
  sucursal: string;
  verbo: string;
  momento: Momento;
  permisos: string[];
  resumen: string;
  detalle: { etiqueta: string; valor: string }[];
  /** `null` when it would tell what the viewer may not see. */
  monto: number | null;
  estado: EstadoVisible;
  solicitada_por: number;
  solicitante: string;
  creada_en: string;
  motivo: string | null;
  pedida_en: string | null;
  vence_en: string | null;
  resuelta_por: number | null;
  aprobador: string | null;
  resuelta_en: string | null;
  via: 'PIN' | 'PANTALLA' | null;
  respuesta: string | null;
  usada_en: string | null;
  tipo_documento: string | null;
  id_documento: number | null;
  /** Whether the viewer may answer it now. */
  puede_resolver: boolean;
};

/** Somebody who may answer an approval; `con_pin` says whether also on the spot. */
export type SuperiorDto = { id_usuario: number; nombre: string; rol: string; con_pin: boolean };
