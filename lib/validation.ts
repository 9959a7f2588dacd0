import { z } from 'zod';
import { centavosDeJson, formatMonto, MAXIMO_CENTAVOS } from '@/lib/money';
import { MAXIMO_MILESIMAS, milesimasDeJson } from '@/lib/quantity';
import { esDia } from '@/lib/time';

/** An amount of the wire (decimal number, at most 2 decimals) as whole centavos. */
export function monto({ min = 0 }: { min?: number } = {}) {
  return z
    .number({ error: 'Falta el monto, en números.' })
    .max(MAXIMO_CENTAVOS / 100, 'El monto es demasiado grande.')
    .meta({ description: 'Bolivianos, con 2 decimales como máximo.', minimum: min / 100 })
    .transform((valor, ctx) => {
      const centavos = centavosDeJson(valor);
      if (centavos === null) ctx.addIssue('El monto lleva como máximo 2 decimales.');
      else if (centavos < min)
        ctx.addIssue(min > 0 ? `El monto mínimo es ${formatMonto(min)}.` : 'El monto no puede ser negativo.');
      return centavos ?? 0;
    });
}

/** A quantity of the wire (at most 3 decimals) as whole thousandths, over zero unless `cero`. */
export function cantidad({ cero = false }: { cero?: boolean } = {}) {
  return z
    .number({ error: 'Falta la cantidad, en números.' })
    .max(MAXIMO_MILESIMAS / 1000, 'La cantidad es demasiado grande.')
    .meta({
      description: 'Cantidad, con 3 decimales como máximo.',
      ...(cero ? { minimum: 0 } : { exclusiveMinimum: 0 }),
    })
    .transform((valor, ctx) => {
      const milesimas = milesimasDeJson(valor);
      if (milesimas === null) ctx.addIssue('La cantidad lleva como máximo 3 decimales.');
      else if (milesimas < 0 || (milesimas === 0 && !cero)) ctx.addIssue('La cantidad debe ser mayor que cero.');
      return milesimas ?? 0;
    });
}

/** The id of a row; text is read too, because route and query parameters are text. */
export const idDeFila = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^\d{1,10}$/, 'El identificador debe ser un número.')
      .transform(Number),
  ])
  .pipe(
    z.int('El identificador debe ser un número entero.').positive().max(2_147_483_647, 'El identificador no existe.'),
  );

/** Text that must be there; trimmed, without control characters or halves of a character. */
export function texto({ min = 1, max = 200 }: { min?: number; max?: number } = {}) {
  return z
    .string({ error: 'Falta el texto.' })
    .trim()
    .min(min, min > 1 ? `Debe tener al menos ${min} caracteres.` : 'No puede estar vacío.')
    .max(max, `Debe tener como máximo ${max} caracteres.`)
    .refine((v) => !/[\p{Cc}\p{Cs}]/u.test(v), 'Tiene caracteres que no se pueden guardar.');
}

/** Text that may be missing: absent, `null` and `""` all mean `null`. */
export function textoOpcional(limites: { min?: number; max?: number } = {}) {
  return z.preprocess((v) => (v === '' || v === undefined ? null : v), texto(limites).nullable()).optional();
}

/** Absent, `null` and `""` all mean "not given", in bodies and queries alike. */
export function opcional<S extends z.ZodType>(schema: S) {
  return z.preprocess((v) => (v === '' || v === null ? undefined : v), schema.optional()).optional();
}

/** A La Paz day that exists, of a year that a shop can mean. */
export const dia = z
  .string()
  .refine((v) => esDia(v) && v >= '1900' && v < '2200', 'La fecha debe ser AAAA-MM-DD y existir.')
  .meta({ format: 'date', description: 'Día de La Paz, AAAA-MM-DD.' });

/** What every list takes. `limite` absent means all, where the route's contract says so. */
export const listaQuery = z.strictObject({
  limite: opcional(
    z.coerce.number('El límite debe ser un número.').int().min(1).max(1000, 'El límite máximo es 1000.'),
  ).meta({ description: 'Cuántos, como máximo.' }),
  cursor: opcional(z.string().max(300)).meta({ description: 'El `X-Next-Cursor` de la página anterior.' }),
  desde: opcional(dia).meta({ description: 'Primer día de La Paz, AAAA-MM-DD.' }),
  hasta: opcional(dia).meta({ description: 'Último día de La Paz, incluido.' }),
  buscar: opcional(z.string().trim().max(100, 'La búsqueda admite hasta 100 caracteres.')).meta({
    description: 'Texto que se busca.',
  }),
});

/** As what a list goes out: a file with everything filtered. Without it, the list as JSON. */
export const formatoDeArchivo = opcional(z.enum(['csv', 'xlsx'], 'El formato es csv o xlsx.')).meta({
  description: 'Todo lo filtrado como archivo, sin paginar: `csv`, o `xlsx` para Excel.',
});

/** What a list that also goes out as a file is asked besides its filter, which is its own to read. */
export const paginaDeArchivo = z.object({
  ...listaQuery.pick({ limite: true, cursor: true }).shape,
  formato: formatoDeArchivo,
});

/** Accepted for compatibility and ignored: who writes is always the signed-in person. */
export const autoria = {
  id_usuario: z.unknown().optional().meta({ deprecated: true }),
  id_user_create: z.unknown().optional().meta({ deprecated: true }),
  id_user_update: z.unknown().optional().meta({ deprecated: true }),
};
