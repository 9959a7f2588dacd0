import { z } from 'zod';
import type { LoginDto, TokensDto } from '@/lib/auth/input';
import { PERMISOS, type Permiso } from '@/lib/auth/permisos';
import type { RolDto } from '@/lib/rol/schemas';
import type { PersonaDto, RoleDto, SesionAccesoDto, UsuarioDto } from '@/lib/usuario/schemas';
import { comunes, diaDeLaPaz, dtoDe, id, instante } from './comunes';

/** `Role` of the contract. */
export const Role = dtoDe<RoleDto>()(
  z.strictObject({ id, nombre: z.string(), descripcion: z.string().nullable() }),
).meta({ id: 'Role' });

/** `Persona` of the contract. */
export const Persona = dtoDe<PersonaDto>()(
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

const permisos = z.array(z.enum(Object.keys(PERMISOS) as [Permiso, ...Permiso[]]));
const tope = z.number().min(0).optional();

/** A role with what it allows. */
export const Rol = dtoDe<RolDto>()(
  z.strictObject({
    id,
    nombre: z.string(),
    descripcion: z.string().nullable(),
    de_fabrica: z.boolean().meta({ description: 'Uno de los cinco del producto: solo cambian sus límites.' }),
    permisos,
    solo_propias: permisos.meta({ description: 'Los que terminan en las sucursales de la persona.' }),
    topes: z
      .strictObject({
        'venta:descuento': tope,
        'venta:cambiar_precio': tope,
        'venta:anular_ajena': tope,
        'caja:mover': tope,
        'caja:fuerte': tope,
        'caja:diferencia': tope,
        'caja:recontar': tope,
        'producto:ajustar': tope,
        'inventario:salida': tope,
        'aprobacion:resolver': tope,
      })
      .meta({ description: 'Hasta cuánto, por derecho: bolivianos o por ciento. Sin él, sin límite.' }),
    personas: z.int().min(0).meta({ description: 'Cuántas personas lo tienen, en las sucursales que usted ve.' }),
    ...comunes,
  }),
).meta({ id: 'Rol' });

/** A sign-in that is good now. */
export const SesionAcceso = dtoDe<SesionAccesoDto>()(
  z.strictObject({
    sid: z.uuid(),
    canal: z.enum(['navegador', 'api']),
    nivel: z.enum(['clave', 'pin']).meta({ description: '`pin`: entró con el PIN del mostrador.' }),
    dispositivo: z.string().nullable(),
    ip: z.string().nullable(),
    creada_en: instante,
    vista_en: instante.nullable().meta({ description: 'El último pedido, con unos minutos de margen.' }),
    expira_en: instante,
    bloqueada: z.boolean(),
    actual: z.boolean().meta({ description: 'Es la de este pedido.' }),
  }),
).meta({ id: 'SesionAcceso' });

/** The wrapper of the reads of people. */
export const enSobre = <S extends z.ZodType>(data: S) =>
  z.strictObject({ status: z.literal(200), message: z.string(), data });

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
