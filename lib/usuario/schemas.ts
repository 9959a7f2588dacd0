import { z } from 'zod';
import { faltaDePersona, passwordNueva } from '@/lib/auth/password-rules';
import { autoria, dia, idDeFila, listaQuery, opcional, texto, textoOpcional } from '@/lib/validation';

const email = z
  .string({ error: 'Falta el correo.' })
  .trim()
  .toLowerCase()
  .max(200, 'El correo es demasiado largo.')
  .pipe(z.email('El correo no es válido.'));

const genero = z.enum(['M', 'F'], { error: 'El género debe ser M o F.' });

const sucursales = z
  .array(idDeFila, 'Las sucursales van en una lista.')
  .max(200, 'Son demasiadas sucursales.')
  .transform((ids) => [...new Set(ids)])
  .meta({ description: 'Las otras sucursales donde también trabaja.' });

const ficha = {
  nombres: texto({ max: 100 }),
  p_apellido: texto({ max: 100 }),
  s_apellido: textoOpcional({ max: 100 }),
  fecha_nacimiento: dia,
  genero,
};

/** What a new person who signs in is made of. */
export const RegistrarUsuarioInput = z
  .strictObject({
    email,
    password: passwordNueva,
    ...ficha,
    name: textoOpcional({ max: 100 }),
    id_role: opcional(idDeFila),
    id_sucursal: opcional(idDeFila),
    sucursales: opcional(sucursales),
    ...autoria,
  })
  .superRefine((v, ctx) => {
    const falta = faltaDePersona(v.password, {
      email: v.email,
      nombres: [v.nombres, v.p_apellido, v.s_apellido, v.name],
    });
    if (falta) ctx.addIssue({ code: 'custom', path: ['password'], message: falta });
  });

/** What may change of somebody who signs in. What is not sent stays. */
export const EditarUsuarioInput = z.strictObject({
  id: idDeFila,
  name: opcional(texto({ max: 100 })),
  email: opcional(email),
  password: opcional(passwordNueva).meta({ description: 'Una contraseña provisional: al ingresar pedirá una propia.' }),
  estado: opcional(z.boolean('El estado debe ser true o false.')),
  id_role: opcional(idDeFila),
  id_sucursal: opcional(idDeFila),
  sucursales: opcional(sucursales),
  ...autoria,
});

/** Whom to read or retire. */
export const LeerUsuarioInput = z.strictObject({ id: idDeFila, ...autoria });

/** Those who work here, unless `estado` says otherwise. */
export const ListarUsuariosInput = listaQuery.omit({ desde: true, hasta: true }).extend({
  id_role: opcional(idDeFila),
  id_sucursal: opcional(idDeFila),
  estado: opcional(z.enum(['true', 'false', 'todos'], 'El estado debe ser true, false o todos.')).meta({
    description: '`false`: los dados de baja; sin él, solo quienes trabajan.',
  }),
});

/** A person of their own, without a way to sign in. */
export const CrearPersonaInput = z.strictObject({ ...ficha, ...autoria });

/** A person's data, whole or in part. */
export const EditarPersonaInput = z.strictObject({
  id: idDeFila,
  nombres: opcional(ficha.nombres),
  p_apellido: opcional(ficha.p_apellido),
  s_apellido: ficha.s_apellido,
  fecha_nacimiento: opcional(ficha.fecha_nacimiento),
  genero: opcional(genero),
  ...autoria,
});

/** The people of a shop. */
export const ListarPersonasInput = listaQuery.omit({ desde: true, hasta: true });

/** The new password: with one's own in `currentPassword`, or of somebody else named by `email`. */
export const CambiarClaveInput = z.strictObject({
  email: opcional(z.string().trim().toLowerCase().max(200, 'El correo es demasiado largo.')),
  currentPassword: opcional(z.string().max(200, 'La contraseña es demasiado larga.')),
  newPassword: passwordNueva,
});

/** One sign-in of a person. */
export const SesionAccesoInput = z.strictObject({ id: idDeFila, sid: z.uuid('Ese ingreso no existe.') });

type ComunesDto = {
  estado: boolean;
  id_user_create: number | null;
  id_user_update: number | null;
  created_at: string;
  updated_at: string;
};

export type PersonaDto = ComunesDto & {
  id: number;
  nombres: string;
  p_apellido: string;
  s_apellido: string | null;
  fecha_nacimiento: string;
  genero: 'M' | 'F';
};

export type RoleDto = { id: number; nombre: string; descripcion: string | null };

/** Somebody who signs in. The password hash is never part of it. */
export type UsuarioDto = ComunesDto & {
  id: number;
  name: string;
  email: string;
  id_sucursal: number;
  /** Branches where they work besides their own. */
  sucursales: number[];
  /** The password was given by somebody else: the next entry asks for one of their own. */
  debe_cambiar_clave: boolean;
  persona: PersonaDto;
  role: RoleDto;
};

/** A sign-in that is good now. */
export type SesionAccesoDto = {
  sid: string;
  canal: 'navegador' | 'api';
  nivel: 'clave' | 'pin';
  dispositivo: string | null;
  ip: string | null;
  creada_en: string;
  /** The last request, to within some minutes. */
  vista_en: string | null;
  expira_en: string;
  bloqueada: boolean;
  /** The one that this request came by. */
  actual: boolean;
};

/** What an act that only says it was done answers. */
export type MensajeDto = { message: string };
