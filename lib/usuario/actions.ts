'use server';

import { defineAction } from '@/lib/action/define-action';
import { cambiarClave } from './cambiar-clave';
import { cerrarSesionAcceso } from './cerrar-sesion';
import { cerrarSesionesAcceso } from './cerrar-sesiones';
import { editarUsuario } from './editar';
import { editarPersona } from './editar-persona';
import { eliminarUsuario } from './eliminar';
import { registrarUsuario } from './registrar';

/** `registrarUsuario` for the form of a new person. */
export const registrarUsuarioAction = defineAction(registrarUsuario);

/** `editarUsuario` for the file of a person. */
export const editarUsuarioAction = defineAction(editarUsuario);

/** `eliminarUsuario` for the file of a person. */
export const eliminarUsuarioAction = defineAction(eliminarUsuario);

/** `editarPersona` for the file of a person. */
export const editarPersonaAction = defineAction(editarPersona);

/** `cambiarClave` for one's profile and for who must choose a password before anything else. */
export const cambiarClaveAction = defineAction(cambiarClave, ['cambiar_clave', 'segundo_factor']);

/** `cerrarSesionAcceso` for the list of sign-ins. */
export const cerrarSesionAccesoAction = defineAction(cerrarSesionAcceso);

/** `cerrarSesionesAcceso` for the list of sign-ins. */
export const cerrarSesionesAccesoAction = defineAction(cerrarSesionesAcceso);
