import { z } from 'zod';
import { codigoSegundoFactor } from '@/lib/auth/segundo-factor-input';
import type { UsuarioDto } from '@/lib/usuario/schemas';

/** A mail as it is stored and compared: trimmed and in lower case. */
export const correo = z
  .string({ error: 'Falta el correo.' })
  .trim()
  .toLowerCase()
  .min(1, 'Falta el correo.')
  .max(200, 'El correo es demasiado largo.');

/** What a sign-in takes. Shape only: a mail that cannot exist gets the same answer as one that does not. */
export const IngresarInput = z.strictObject({
  email: correo,
  password: z
    .string({ error: 'Falta la contraseña.' })
    .min(1, 'Falta la contraseña.')
    .max(200, 'La contraseña es demasiado larga.'),
  codigo: codigoSegundoFactor.optional(),
});

/** The second step of a sign-in: what the first one answered, and the code. */
export const CompletarIngresoInput = z.strictObject({
  desafio: z.string({ error: 'Falta el primer paso.' }).min(1, 'Falta el primer paso.').max(1000),
  codigo: codigoSegundoFactor,
});

/** For what takes no input: anything that comes is named and refused. */
export const SinDatos = z.strictObject({});

/** The pair of tokens of the API. */
export type TokensDto = { access_token: string; refresh_token: string };

/** What the API's sign-in answers. */
export type LoginDto = TokensDto & { user: UsuarioDto };
