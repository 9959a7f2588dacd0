import { z } from 'zod';

/** A UUID, in lower case. */
export const uuid = z
  .string()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i, 'Debe ser un UUID.')
  .transform((v) => v.toLowerCase());

/** A moment of the device's clock, of a year that a shop can mean. */
export const momento = z
  .string()
  .refine((v) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/.test(v) && !Number.isNaN(Date.parse(v)), {
    error: 'La fecha debe ser ISO 8601, en UTC.',
  })
  .refine((v) => v >= '2000' && v < '2200', 'La fecha no es de este siglo.')
  .transform((v) => new Date(v));
