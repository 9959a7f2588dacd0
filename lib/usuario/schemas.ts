import { z } from 'zod';
import { autoria, dia, idDeFila, opcional, texto, textoOpcional } from '@/lib/validation';

/** Length of a password somebody chooses. */
const PASSWORD_MINIMO = 8;

/** What a new person who signs in is made of. */
export const RegistrarUsuarioInput = z.strictObject({
  email: z
    .string({ error: 'Falta el correo.' })
    .trim()
    .toLowerCase()
    .max(200, 'El correo es demasiado largo.')
    .pipe(z.email('El correo no es válido.')),
  password: z
    .string({ error: 'Falta la contraseña.' })
    .min(PASSWORD_MINIMO, `La contraseña debe tener al menos ${PASSWORD_MINIMO} caracteres.`)
    .max(200, 'La contraseña es demasiado larga.'),
  nombres: texto({ max: 100 }),
  p_apellido: texto({ max: 100 }),
  s_apellido: textoOpcional({ max: 100 }),
  fecha_nacimiento: dia,
  genero: z.enum(['M', 'F'], { error: 'El género debe ser M o F.' }),
  name: textoOpcional({ max: 100 }),
  id_role: opcional(idDeFila),
  id_sucursal: opcional(idDeFila),
  ...autoria,
});

/** Whom to read. */
export const LeerUsuarioInput = z.strictObject({ id: idDeFila });

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
  persona: PersonaDto;
  role: RoleDto;
};
