import { z } from 'zod';
import type { ClienteConComprasDto, ClienteDto } from '@/lib/cliente/schemas';
import { bs, comunes, dtoDe, id, instante } from './comunes';

const campos = {
  id,
  nombre: z.string(),
  ci_nit: z.string().nullable().meta({ description: 'CI o NIT, sin puntos ni espacios.' }),
  telefono: z.string().nullable(),
  ...comunes,
};

/** A customer. */
export const Cliente = dtoDe<ClienteDto>()(z.strictObject(campos)).meta({ id: 'Cliente' });

/** A customer with what they bought. */
export const ClienteConCompras = dtoDe<ClienteConComprasDto>()(
  z.strictObject({
    ...campos,
    compras: z
      .strictObject({ tickets: z.int().nonnegative(), total: bs, ultima: instante.nullable() })
      .meta({ description: 'Lo comprado donde quien pregunta puede ver; los anulados no cuentan.' }),
  }),
).meta({ id: 'ClienteConCompras' });
