'use server';

import { defineAction } from '@/lib/action/define-action';
import { crearSucursal } from './crear';
import { editarSucursal } from './editar';
import { eliminarSucursal } from './eliminar';

/** `crearSucursal` for the back office's form. */
export const crearSucursalAction = defineAction(crearSucursal);

/** `editarSucursal` for the back office's form. */
export const editarSucursalAction = defineAction(editarSucursal);

/** `eliminarSucursal` for the back office's dialog. */
export const eliminarSucursalAction = defineAction(eliminarSucursal);
