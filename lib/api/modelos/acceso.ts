import { z } from 'zod';
import type { CodigosDto, LlavesDto, SecretoDto } from '@/lib/auth/segundo-factor-input';
import type {
  AdmisibleDto,
  AdmitidoDto,
  PersonaEnMostradorDto,
  PersonasDeMostradorDto,
} from '@/lib/caja/schemas-respuestas';
import { dtoDe, id, instante } from './comunes';

const nivel = z
  .enum(['clave', 'pin'])
  .meta({ description: '`pin`: ingresó por el mostrador y tiene solo sus derechos.' });

/** How one's own PIN and second factor are. */
export const Llaves = dtoDe<LlavesDto>()(
  z.strictObject({
    pin: z.strictObject({ puesto: z.boolean(), cambiado_en: instante.nullable() }),
    segundo_factor: z.strictObject({
      activo: z.boolean(),
      desde: instante.nullable(),
      codigos_restantes: z.int().nonnegative(),
      obligatorio: z.boolean().meta({ description: 'La tienda lo pide a esta persona.' }),
    }),
    nivel,
  }),
);

/** The secret of the second factor, once. */
export const Secreto = dtoDe<SecretoDto>()(
  z.strictObject({
    secreto: z.string().meta({ description: 'En base 32, para escribirlo a mano.' }),
    uri: z.string().meta({ description: '`otpauth://…`' }),
    qr: z.string().meta({ description: 'El QR como imagen SVG, `data:`.' }),
  }),
);

/** The recovery codes, once. */
export const Codigos = dtoDe<CodigosDto>()(z.strictObject({ codigos: z.array(z.string()) }));

/** Who may come to this screen. */
export const PersonasDeMostrador = dtoDe<PersonasDeMostradorDto>()(
  z.strictObject({
    bloqueada: z.boolean(),
    actual: z.strictObject({ id_usuario: id, nombre: z.string(), con_pin: z.boolean(), nivel }),
    caja: z.string().nullable().meta({ description: 'La caja con que trabaja esta pantalla.' }),
    personas: z.array(z.strictObject({ id_usuario: id, nombre: z.string() })),
  }),
);

/** Who is at the screen after a switch. */
export const PersonaEnMostrador = dtoDe<PersonaEnMostradorDto>()(
  z.strictObject({ id_usuario: id, nombre: z.string(), expira_en: instante }),
);

/** Somebody who may work in a session. */
export const Admitido = dtoDe<AdmitidoDto>()(
  z.strictObject({
    id_usuario: id,
    nombre: z.string(),
    responsable: z.boolean().meta({ description: 'La sesión está a su nombre, y la diferencia es suya.' }),
    admitido_por: z.string().nullable(),
    admitido_en: instante.nullable(),
  }),
).meta({ id: 'Admitido' });

/** Somebody who could be admitted. */
export const Admisible = dtoDe<AdmisibleDto>()(
  z.strictObject({ id_usuario: id, nombre: z.string(), rol: z.string() }),
).meta({ id: 'Admisible' });
