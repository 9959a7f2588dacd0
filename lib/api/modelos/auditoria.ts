import { z } from 'zod';
import type { AlertaDetalleDto, AlertaDto, FilaDeAlertaDto } from '@/lib/alerta/schemas';
import {
  type AuditoriaDetalleDto,
  type AuditoriaDto,
  type CambioDto,
  type MovimientoInventarioDto,
  TIPOS_DE_MOVIMIENTO,
} from '@/lib/auditoria/schemas';
import { bs, cantidad, diaDeLaPaz, dtoDe, id, instante } from './comunes';

/** A person, or 0 for the system. */
const autor = z.int().nonnegative().meta({ description: '0: nadie había ingresado, o fue el sistema.' });

const acto = {
  id,
  fecha: instante,
  id_usuario: autor,
  usuario: z.string(),
  id_sucursal: z.int().nonnegative(),
  sucursal: z.string().nullable(),
  accion: z.string(),
  frase: z.string().meta({ description: 'Se lee después del nombre: «anuló el ticket C1-12».' }),
  entidad: z.string(),
  id_entidad: z.string(),
  ip: z.string().nullable(),
  dispositivo: z.string().nullable().meta({ description: 'El navegador y el sistema, en palabras.' }),
  request_id: z.string().meta({ description: 'El mismo del registro del servidor.' }),
};

/** One act of the trail. */
export const Auditoria = dtoDe<AuditoriaDto>()(z.strictObject(acto)).meta({ id: 'Auditoria' });

const Cambio = dtoDe<CambioDto>()(
  z.strictObject({
    campo: z.string(),
    antes: z.string().nullable(),
    despues: z.string().nullable(),
    enlace: z.string().nullable(),
  }),
).meta({ id: 'Cambio' });

/** One act with what it changed. */
export const AuditoriaDetalle = dtoDe<AuditoriaDetalleDto>()(
  z.strictObject({
    ...acto,
    registrada_en: instante,
    agente: z.string().nullable().meta({ description: 'El navegador, como él se nombra.' }),
    enlace: z.string().nullable().meta({ description: 'La página de lo tocado, cuando tiene una.' }),
    antes: z.unknown(),
    despues: z.unknown(),
    cambios: z.array(Cambio).meta({ description: 'Lo mismo, campo por campo y en palabras.' }),
  }),
).meta({ id: 'AuditoriaDetalle' });

/** One movement of goods. */
export const MovimientoInventario = dtoDe<MovimientoInventarioDto>()(
  z.strictObject({
    id,
    fecha: instante,
    id_producto: id,
    producto: z.string(),
    unidad: z.string(),
    tipo: z.enum(TIPOS_DE_MOVIMIENTO),
    tipo_documento: z.string(),
    id_documento: id,
    documento: z.string(),
    enlace: z.string().nullable(),
    cantidad: cantidad.meta({ description: 'Con signo: lo que entra es positivo.' }),
    valor: bs.nullable().meta({ description: 'Al costo, con signo. Nulo sin el derecho `producto:ver_costo`.' }),
    id_usuario: autor,
    usuario: z.string(),
    id_sucursal: id,
    sucursal: z.string(),
  }),
).meta({ id: 'MovimientoInventario' });

const alerta = {
  id,
  tipo: z.string(),
  titulo: z.string(),
  frase: z.string().meta({ description: 'Por qué, con sus cifras.' }),
  fecha: instante,
  dia: diaDeLaPaz,
  id_usuario: id.nullable(),
  usuario: z.string().nullable(),
  id_sucursal: z.int().nonnegative(),
  sucursal: z.string().nullable(),
  eventos: z.int().nonnegative(),
  ocasiones: z.int().nonnegative(),
  esperados: z.number().meta({ description: 'Cuántos trae un día así según su propio pasado.' }),
  situacion: z.enum(['pendiente', 'atendida']),
  atendida_por: z.string().nullable(),
  atendida_en: instante.nullable(),
  nota: z.string().nullable(),
};

/** Something that somebody should look at. */
export const Alerta = dtoDe<AlertaDto>()(z.strictObject(alerta)).meta({ id: 'Alerta' });

const FilaDeAlerta = dtoDe<FilaDeAlertaDto>()(
  z.strictObject({
    fecha: instante,
    texto: z.string(),
    detalle: z.string().nullable(),
    enlace: z.string().nullable(),
  }),
).meta({ id: 'FilaDeAlerta' });

/** An alert with the rows it counted. */
export const AlertaDetalle = dtoDe<AlertaDetalleDto>()(
  z.strictObject({ ...alerta, filas: z.array(FilaDeAlerta) }),
).meta({ id: 'AlertaDetalle' });
