import { z } from 'zod';
import type { CodigoConfirmadoDto } from '@/lib/auth/recuperar/input';
import { centavosDeJson } from '@/lib/money';
import { milesimasDeJson } from '@/lib/quantity';

/**
 * Ties an output schema to the DTO that verbs return: neither may have a field, or a type, that the other lacks, or it
 * does not compile. The same schema writes the document and checks real answers in `tests/contract`.
 */
export function dtoDe<Dto>() {
  return <S extends z.ZodType<Dto>>(schema: keyof z.output<S> extends keyof Dto ? S : never): S => schema;
}

/** The id of a row. */
export const id = z.int().positive();

/** An amount of the wire. */
export const bs = z
  .number()
  .refine((v) => centavosDeJson(v) !== null)
  .meta({ description: 'Bolivianos, con 2 decimales como máximo.' });

/** A quantity of the wire. */
export const cantidad = z
  .number()
  .refine((v) => milesimasDeJson(v) !== null)
  .meta({ description: 'Cantidad, con 3 decimales como máximo.' });

/** A moment. */
export const instante = z.iso.datetime().meta({ description: 'ISO 8601, en UTC.' });

/** A day of La Paz. */
export const diaDeLaPaz = z.iso.date().meta({ description: 'Día de La Paz, AAAA-MM-DD.' });

/** Who wrote a row: a person, or 0 for the system. */
const autor = z.int().nonnegative().nullable();

/** What every model carries. */
export const comunes = {
  estado: z.boolean().meta({ description: '`false` cuando se eliminó.' }),
  id_user_create: autor,
  id_user_update: autor,
  created_at: instante,
  updated_at: instante,
};

/** For what only says that it was done. */
export const Mensaje = z.strictObject({ message: z.string() }).meta({ id: 'Mensaje' });

/** What a right code earns. */
export const CodigoConfirmado = dtoDe<CodigoConfirmadoDto>()(
  z.strictObject({ message: z.string(), reset_token: z.string() }),
).meta({ id: 'CodigoConfirmado' });
