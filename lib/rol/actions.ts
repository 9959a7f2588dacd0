'use server';

import { defineAction } from '@/lib/action/define-action';
import { crearRol } from './crear';
import { editarRol } from './editar';
import { eliminarRol } from './eliminar';

/** `crearRol` for the editor of roles. */
export const crearRolAction = defineAction(crearRol);

/** `editarRol` for the editor of roles. */
export const editarRolAction = defineAction(editarRol);

/** `eliminarRol` for the editor of roles. */
export const eliminarRolAction = defineAction(eliminarRol);
