import { z } from 'zod';
import { CrearSucursalInput } from '@/lib/sucursal/schemas';
import { RegistrarUsuarioInput } from '@/lib/usuario/schemas';
import { texto } from '@/lib/validation';
import { faltaDePassword } from './rules';

const persona = RegistrarUsuarioInput.shape;
const sucursal = CrearSucursalInput.shape;

/** What the wizard asks: the shop with its first branch, its owner, and the key of the terminal. */
export const InstalarInput = z
  .strictObject({
    tienda: texto({ min: 2, max: 80 }),
    sucursal: sucursal.nombre,
    direccion: sucursal.direccion,
    telefono: sucursal.telefono,
    nombres: persona.nombres,
    p_apellido: persona.p_apellido,
    s_apellido: persona.s_apellido,
    fecha_nacimiento: persona.fecha_nacimiento,
    genero: persona.genero,
    email: persona.email,
    password: persona.password,
    clave: z.string({ error: 'Falta la clave.' }).trim().min(1, 'Falta la clave.').max(60, 'La clave es más corta.'),
  })
  .superRefine(({ password, email }, ctx) => {
    const falta = faltaDePassword(password, email);
    if (falta) ctx.addIssue({ code: 'custom', path: ['password'], message: falta });
  });

/** What an installation made. */
export type InstalacionDto = { id_usuario: number; id_sucursal: number; id_caja: number; email: string };
