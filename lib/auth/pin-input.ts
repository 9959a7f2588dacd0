import { z } from 'zod';
import { idDeFila } from '@/lib/validation';
import { PIN_MAXIMO, PIN_MINIMO } from './pin-rules';

const FRASE = `El PIN lleva de ${PIN_MINIMO} a ${PIN_MAXIMO} números.`;

/** A PIN as it is typed: digits only. */
export const pin = z
  .string({ error: 'Falta el PIN.' })
  .regex(new RegExp(`^\\d{${PIN_MINIMO},${PIN_MAXIMO}}$`), FRASE)
  .meta({ description: 'De 6 a 12 dígitos.' });

/** A password that confirms an act. */
export const claveActual = z
  .string({ error: 'Falta la contraseña.' })
  .min(1, 'Falta la contraseña.')
  .max(200, 'La contraseña es demasiado larga.');

/** One's own PIN, confirmed with the password. */
export const PonerPinInput = z.strictObject({ pin, password: claveActual });

/** Who comes to the counter, and their PIN. */
export const CambiarPersonaInput = z.strictObject({ id_usuario: idDeFila, pin });

/** One of the two. */
export const DesbloquearInput = z
  .strictObject({ pin: pin.optional(), password: claveActual.optional() })
  .refine(
    (v) => (v.pin === undefined) !== (v.password === undefined),
    'Hace falta el PIN o la contraseña, uno de los dos.',
  );

/** Somebody, by id. */
export const DeUsuarioInput = z.strictObject({ id: idDeFila });
