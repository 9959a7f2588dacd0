import { z } from 'zod';
import type { ArchivoDto } from '@/lib/archivo/subir';
import { TIPOS_MOVIMIENTO } from '@/lib/caja/rules';
import type { RelevoDto, RelevoPosibleDto } from '@/lib/caja/schemas-respuestas';
import type { MotivoDto } from '@/lib/motivo/schemas';
import { LUGARES } from '@/lib/traspaso/rules';
import type { CajaFuerteDto, TraspasoDto } from '@/lib/traspaso/schemas';
import { AprobacionDocumento } from './aprobacion';
import { SesionCaja } from './caja';
import { bs, comunes, dtoDe, id, instante } from './comunes';

/** A reason for cash in or out by hand. */
export const MotivoCaja = dtoDe<MotivoDto>()(
  z.strictObject({
    id,
    tipo: z.enum(TIPOS_MOVIMIENTO),
    nombre: z.string(),
    del_dueno: z.boolean().meta({ description: 'Aporte o retiro del dueño: ni ingreso ni gasto.' }),
    general: z.boolean().meta({ description: 'Recibe lo que no nombra otro motivo; no se puede quitar.' }),
    pide_detalle: z.boolean().meta({ description: 'Quien lo usa escribe además para qué fue.' }),
    ...comunes,
  }),
).meta({ id: 'MotivoCaja' });

/** Cash that changed place. */
export const TraspasoCaja = dtoDe<TraspasoDto>()(
  z.strictObject({
    id,
    origen: z.enum(LUGARES),
    destino: z.enum(LUGARES),
    monto: bs,
    nota: z.string().nullable(),
    fecha: instante,
    id_sucursal: id,
    id_sesion_caja: id.nullable(),
    caja: z.string().nullable(),
    usuario: z.string().meta({ description: 'Quién lo registró.' }),
    con_foto: z.boolean().meta({ description: 'Su foto está en `/cajas/traspaso/{id}/foto`.' }),
    aprobaciones: z.array(AprobacionDocumento),
    ...comunes,
  }),
).meta({ id: 'TraspasoCaja' });

/** The safe of a branch. */
export const CajaFuerte = dtoDe<CajaFuerteDto>()(
  z.strictObject({ id_sucursal: id, sucursal: z.string(), saldo: bs }),
).meta({
  id: 'CajaFuerte',
});

/** A photo that waits for its document. */
export const Archivo = dtoDe<ArchivoDto>()(
  z.strictObject({ id, ancho: z.int().positive(), alto: z.int().positive(), bytes: z.int().positive() }),
).meta({ id: 'Archivo' });

/** A handover. */
export const Relevo = dtoDe<RelevoDto>()(z.strictObject({ cerrada: SesionCaja, abierta: SesionCaja })).meta({
  id: 'Relevo',
});

/** Somebody who may receive a drawer. */
export const RelevoPosible = dtoDe<RelevoPosibleDto>()(
  z.strictObject({
    id_usuario: id,
    nombre: z.string(),
    rol: z.string(),
    con_pin: z.boolean().meta({ description: 'Sin PIN no puede confirmar: lo pone en su perfil.' }),
  }),
).meta({ id: 'RelevoPosible' });
