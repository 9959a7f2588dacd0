import { z } from 'zod';
import { correo } from '@/lib/auth/input';
import { passwordNueva } from '@/lib/auth/password-rules';
import { opcional } from '@/lib/validation';

const codigo = z
  .string({ error: 'Falta el código.' })
  .max(40, 'El código tiene 6 caracteres.')
  .transform((v) => v.replace(/[\s-]/g, '').toUpperCase());

/** Whose password was forgotten. Only what cannot be a mail at all is refused. */
export const PedirCodigoInput = z.strictObject({ email: correo.pipe(z.email('El correo no es válido.')) });

/** The code as it was typed or pasted: spaces, hyphens and case do not matter. */
export const ConfirmarCodigoInput = z.strictObject({
  email: correo,
  code: codigo.pipe(z.string().length(6, 'El código tiene 6 caracteres.')),
});

/** The new password and what proves the right to choose it: the token that the code earned, or the code itself. */
export const CambiarConCodigoInput = z.strictObject({
  email: correo,
  newPassword: z.string({ error: 'Falta la contraseña nueva.' }),
  reset_token: opcional(z.string().max(200)),
  code: opcional(codigo),
});

/** The new password by itself: its rules are told only to whoever brings a proof. */
export const NuevaClaveInput = z.object({
  newPassword: passwordNueva,
});

/** What all three answer. */
export type MensajeDto = { message: string };
/** What a right code earns: `reset_token` works once, for ten minutes, for that mail. */
export type CodigoConfirmadoDto = MensajeDto & { reset_token: string };
