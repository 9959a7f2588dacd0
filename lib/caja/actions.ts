'use server';

import { defineAction } from '@/lib/action/define-action';
import { crearCaja } from './crear';
import { editarCaja } from './editar';
import { eliminarCaja } from './eliminar';

/** `crearCaja` for the back office's form. */
export const crearCajaAction = defineAction(crearCaja);

/** `editarCaja` for the back office's form. */
export const editarCajaAction = defineAction(editarCaja);

/** `eliminarCaja` for the back office's form. */
export const eliminarCajaAction = defineAction(eliminarCaja);
