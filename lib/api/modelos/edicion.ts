import { z } from 'zod';
import type { EdicionDto } from '@/lib/edicion/schemas';
import { dtoDe, id, instante } from './comunes';

/** A change that was made to many products at once. */
export const Edicion = dtoDe<EdicionDto>()(
  z.strictObject({
    id,
    fecha: instante,
    usuario: z.string(),
    que: z.string().meta({ description: 'Qué se cambió, en palabras.' }),
    filas: z.int().positive().meta({ description: 'Cuántos productos.' }),
    deshace_a: id.nullable().meta({ description: 'La edición que deshace.' }),
    deshecha: z.boolean().meta({ description: 'Si otra la deshizo.' }),
  }),
).meta({ id: 'Edicion' });
