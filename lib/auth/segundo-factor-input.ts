import { z } from 'zod';
import { claveActual } from './pin-input';

/** Six digits of the application, or a recovery code; spaces and dashes are for reading. */
export const codigoSegundoFactor = z
  .string({ error: 'Falta el código.' })
  .max(40, 'El código es demasiado largo.')
  .transform((v) => v.replace(/[\s-]/g, '').toUpperCase())
  .pipe(z.string().regex(/^(\d{6}|[A-Z2-7]{16})$/, 'El código son 6 números, o un código de respaldo.'))
  .meta({ description: 'Los 6 dígitos de la aplicación, o un código de respaldo.' });

/** Starting the second factor, confirmed with the password. */
export const EmpezarSegundoFactorInput = z.strictObject({ password: claveActual });

/** The first code of the application. */
export const ConfirmarSegundoFactorInput = z.strictObject({ codigo: codigoSegundoFactor });

/** Changing what is there needs both. */
export const CambiarSegundoFactorInput = z.strictObject({ password: claveActual, codigo: codigoSegundoFactor });

/** What the application is told, once: as a picture and as text. */
export type SecretoDto = { secreto: string; uri: string; qr: string };

/** The recovery codes, once. */
export type CodigosDto = { codigos: string[] };

/** How the caller's own keys are: nothing secret. */
export type LlavesDto = {
  pin: { puesto: boolean; cambiado_en: string | null };
  segundo_factor: { activo: boolean; desde: string | null; codigos_restantes: number; obligatorio: boolean };
  nivel: 'clave' | 'pin';
};
