'use server';

import { defineAction } from '@/lib/action/define-action';
import { ajustarStock } from './ajustar-stock';
import { crearProducto } from './crear';
import { crearCategoria } from './crear-categoria';
import { editarProducto } from './editar';
import { editarCategoria } from './editar-categoria';
import { eliminarProducto } from './eliminar';
import { eliminarCategoria } from './eliminar-categoria';
import { confirmarImportacion } from './importacion/confirmar';
import { descartarImportacion } from './importacion/descartar';
import { deshacerImportacion } from './importacion/deshacer';
import { elegirColumnas } from './importacion/elegir-columnas';

/** `crearProducto` for the back office's form. */
export const crearProductoAction = defineAction(crearProducto);

/** `editarProducto` for the back office's form. */
export const editarProductoAction = defineAction(editarProducto);

/** `ajustarStock` for the back office's dialog. */
export const ajustarStockAction = defineAction(ajustarStock);

/** `eliminarProducto` for the back office's dialog. */
export const eliminarProductoAction = defineAction(eliminarProducto);

/** `crearCategoria` for the back office's forms. */
export const crearCategoriaAction = defineAction(crearCategoria);

/** `editarCategoria` for the back office's dialog. */
export const editarCategoriaAction = defineAction(editarCategoria);

/** `eliminarCategoria` for the back office's dialog. */
export const eliminarCategoriaAction = defineAction(eliminarCategoria);

/** `confirmarImportacion` for the review of a file. */
export const confirmarImportacionAction = defineAction(confirmarImportacion);

/** `descartarImportacion` for the review of a file. */
export const descartarImportacionAction = defineAction(descartarImportacion);

/** `elegirColumnas` for the review of a file. */
export const elegirColumnasAction = defineAction(elegirColumnas);

/** `deshacerImportacion` for the result of a file. */
export const deshacerImportacionAction = defineAction(deshacerImportacion);
