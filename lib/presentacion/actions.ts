'use server';

import { defineAction } from '@/lib/action/define-action';
import { agregarCodigo } from './agregar-codigo';
import { crearPresentacion } from './crear';
import { editarPresentacion } from './editar';
import { eliminarPresentacion } from './eliminar';
import { ponerPrecio } from './poner-precio';
import { quitarCodigo } from './quitar-codigo';

/** `agregarCodigo` for the product's sheet. */
export const agregarCodigoAction = defineAction(agregarCodigo);

/** `quitarCodigo` for the product's sheet. */
export const quitarCodigoAction = defineAction(quitarCodigo);

/** `crearPresentacion` for the product's sheet. */
export const crearPresentacionAction = defineAction(crearPresentacion);

/** `editarPresentacion` for the product's sheet. */
export const editarPresentacionAction = defineAction(editarPresentacion);

/** `eliminarPresentacion` for the product's sheet. */
export const eliminarPresentacionAction = defineAction(eliminarPresentacion);

/** `ponerPrecio` for the product's sheet. */
export const ponerPrecioAction = defineAction(ponerPrecio);
