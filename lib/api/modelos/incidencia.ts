import { z } from 'zod';
import { TIPOS_DE_INCIDENCIA } from '@/lib/mostrador/rules';
import type { DispositivoDto, IncidenciaDto } from '@/lib/mostrador/schemas';
import { dtoDe, id, instante } from './comunes';

/** What did not fit of a fact. */
export const Incidencia = dtoDe<IncidenciaDto>()(
  z.strictObject({
    id,
    id_sucursal: id,
    sucursal: z.string(),
    tipo: z.enum(TIPOS_DE_INCIDENCIA),
    frase: z.string(),
    creada_en: instante,
    estado: z.enum(['ABIERTA', 'RESUELTA']),
    motivo: z.string().nullable(),
    resuelta_en: instante.nullable(),
    resuelta_por: z.string().nullable(),
    clave_hecho: z.uuid(),
    tipo_hecho: z.string(),
    ocurrido_en: instante,
    autor: z.string(),
    remitente: z.string().meta({ description: 'Quién lo envió.' }),
    equipo: z.string(),
    retenido: z.boolean().meta({ description: 'Su hecho está guardado y sin asentar: alguien decide.' }),
    espera: z.boolean().meta({ description: 'Espera a otro hecho, y entra solo cuando llegue.' }),
    documento: z.strictObject({ tipo: z.string(), id, folio: z.string().nullable() }).nullable(),
  }),
).meta({ id: 'Incidencia' });

/** A device of the counter. */
export const Dispositivo = dtoDe<DispositivoDto>()(
  z.strictObject({
    id: z.uuid(),
    nombre: z.string(),
    serie: z.string(),
    id_sucursal: id,
    sucursal: z.string(),
    caja: z.string().nullable(),
    persona: z.string(),
    creado_en: instante,
    visto_en: instante,
    pendientes: z.int().nonnegative(),
    mas_antiguo: instante.nullable(),
    desfase_ms: z.int().nullable(),
    version: z.string().nullable(),
    sincronizado_en: instante.nullable(),
    ultimo_numero: z.int().nonnegative(),
    faltan: z.int().nonnegative().meta({ description: 'Hechos suyos que no llegaron, aunque llegaron otros después.' }),
    revocado_en: instante.nullable(),
    revocado_por: z.string().nullable(),
    motivo_revocacion: z.string().nullable(),
  }),
).meta({ id: 'Dispositivo' });
