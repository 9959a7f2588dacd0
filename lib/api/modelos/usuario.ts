import { z } from 'zod';
import type { LoginDto, TokensDto } from '@/lib/auth/input';
import type { PersonaDto, RoleDto, UsuarioDto } from '@/lib/usuario/schemas';
import { comunes, diaDeLaPaz, dtoDe, id } from './comunes';

/** `Role` of the contract. */
export const Role = dtoDe<RoleDto>()(
  z.strictObject({ id, nombre: z.string(), descripcion: z.string().nullable() }),
).meta({ id: 'Role' });

/** `Persona` of the contract. */
const Persona = dtoDe<PersonaDto>()(
  z.strictObject({
    id,
    nombres: z.string(),
    p_apellido: z.string(),
    s_apellido: z.string().nullable(),
    fecha_nacimiento: diaDeLaPaz,
    genero: z.enum(['M', 'F']),
    ...comunes,
  }),
).meta({ id: 'Persona' });

/** `Usuario` of the contract. */
export const Usuario = dtoDe<UsuarioDto>()(
  z.strictObject({
    id,
    name: z.string(),
    email: z.string(),
    id_sucursal: id.meta({ description: 'La sucursal donde trabaja.' }),
    sucursales: z.array(id).meta({ description: 'Las otras donde también trabaja.' }),
    debe_cambiar_clave: z.boolean().meta({
      description:
        'La contraseña se la dio otra persona: hasta que elija una propia solo responden `POST /auth/change-password`, `GET /auth/profile` y `POST /auth/logout`.',
    }),
    persona: Persona,
    role: Role,
    ...comunes,
  }),
).meta({ id: 'Usuario', description: 'Quien ingresa al sistema. Nunca lleva la contraseña ni su huella.' });

const tokens = {
  access_token: z
    .jwt()
    .meta({ description: 'Se manda en `Authorization: Bearer …`. Dura 15 minutos, salvo otra configuración.' }),
  refresh_token: z.jwt().meta({ description: 'Compra el siguiente par. Dura 7 días, salvo otra configuración.' }),
};

/** The pair of tokens of the API. */
export const Tokens = dtoDe<TokensDto>()(z.strictObject(tokens)).meta({ id: 'Tokens' });

/** What signing in answers. */
export const Login = dtoDe<LoginDto>()(z.strictObject({ ...tokens, user: Usuario })).meta({ id: 'Login' });
