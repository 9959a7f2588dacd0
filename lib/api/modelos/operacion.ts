import { z } from 'zod';
import type { ErrorEnvelope } from '@/lib/action/error-envelope';
import { dtoDe } from './comunes';

/** The envelope of every error. */
export const ErrorApi = dtoDe<ErrorEnvelope>()(
  z.strictObject({
    statusCode: z.int(),
    timestamp: z.iso.datetime(),
    path: z.string(),
    code: z.string().meta({ description: 'Para programas: no cambia con el idioma.' }),
    message: z
      .union([z.string(), z.array(z.string())])
      .meta({ description: 'Para la persona. Una lista cuando lo enviado tiene varias fallas.' }),
    error_detail: z
      .record(z.string(), z.unknown())
      .nullable()
      .meta({ description: 'Lo que un programa necesita para seguir; hoy, solo con `requiere_aprobacion`.' }),
    campos: z
      .record(z.string(), z.string())
      .nullable()
      .meta({ description: 'La frase de cada campo, por su ruta: `detalles.0.cantidad`.' }),
    referencia: z.string().optional().meta({ description: 'Solo en lo inesperado: la misma está en el registro.' }),
  }),
).meta({ id: 'Error' });

/** What `GET /salud` says. */
export const Salud = z
  .strictObject({
    estado: z.enum(['ok', 'sin_base']),
    version: z.string(),
    base: z.enum(['ok', 'no_responde']),
  })
  .meta({ id: 'Salud' });
