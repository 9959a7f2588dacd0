'use server';

import { defineAction } from '@/lib/action/define-action';
import { crearMotivo } from './crear';
import { editarMotivo, eliminarMotivo } from './editar';

/** `crearMotivo` for the back office's form. */
export const crearMotivoAction = defineAction(crearMotivo);

/** `editarMotivo` for the back office's form. */
export const editarMotivoAction = defineAction(editarMotivo);

/** `eliminarMotivo` for the back office's form. */
export const eliminarMotivoAction = defineAction(eliminarMotivo);
