import { z } from 'zod';
import { type CorreoDetalleDto, type CorreoDto, ESTADOS_DE_CORREO } from '@/lib/correo/schemas';
import { dtoDe, id, instante } from './comunes';

const correo = {
  id,
  id_sucursal: z.int().nonnegative(),
  para: z.string(),
  id_usuario: id.nullable().meta({ description: 'Para quién de la tienda es.' }),
  plantilla: z.string(),
  tipo: z.string().meta({ description: 'El nombre de la plantilla para las personas.' }),
  asunto: z.string(),
  secreto: z.boolean().meta({ description: 'Lleva un código que deja entrar: se borra al enviarse.' }),
  estado: z.enum(ESTADOS_DE_CORREO),
  intentos: z.int().nonnegative(),
  ultimo_error: z.string().nullable(),
  creado_en: instante,
  vence_en: instante.nullable().meta({ description: 'Después no se envía.' }),
  enviado_en: instante.nullable(),
};

/** A mail of the outbox. */
export const Correo = dtoDe<CorreoDto>()(z.strictObject(correo)).meta({ id: 'Correo' });

/** A mail with what it says. */
export const CorreoDetalle = dtoDe<CorreoDetalleDto>()(
  z.strictObject({
    ...correo,
    html: z.string().nullable(),
    texto: z.string().nullable(),
    oculto: z
      .enum(['secreto', 'borrado'])
      .nullable()
      .meta({ description: 'Por qué no se muestra: es un secreto ajeno, o ya se borró.' }),
    puede_reintentar: z.boolean(),
  }),
).meta({ id: 'CorreoDetalle' });
