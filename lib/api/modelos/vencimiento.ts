import { z } from 'zod';
import type { VencimientoDto } from '@/lib/reposicion/schemas';
import { cantidad, diaDeLaPaz, dtoDe, id } from './comunes';

/** A date that is watched. */
export const Vencimiento = dtoDe<VencimientoDto>()(
  z.strictObject({
    id,
    id_producto: id,
    producto: z.string(),
    unidad: z.string(),
    lote: z.string().nullable(),
    vence: diaDeLaPaz,
    dias: z.int().meta({ description: 'Los que faltan; negativo, los que pasaron.' }),
    cantidad: cantidad.nullable().meta({ description: 'Cuánto entró con esa fecha.' }),
    stock: cantidad.meta({ description: 'Cuánto hay ahora del producto.' }),
  }),
).meta({ id: 'Vencimiento' });
