'use server';

import { defineAction } from '@/lib/action/define-action';
import { crearCliente } from './crear';
import { editarCliente } from './editar';
import { eliminarCliente } from './eliminar';

/** `crearCliente` for the back office's form. */
export const crearClienteAction = defineAction(crearCliente);

/** `editarCliente` for the back office's form. */
export const editarClienteAction = defineAction(editarCliente);

/** `eliminarCliente` for the back office. */
export const eliminarClienteAction = defineAction(eliminarCliente);
