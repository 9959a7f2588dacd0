'use server';

import { defineAction } from '@/lib/action/define-action';
import { conectarWhatsapp, desconectarWhatsapp } from './conectar';
import { enviarTexto } from './enviar';
import { reintentarMensaje } from './reintentar';

/** `conectarWhatsapp` for the back office. */
export const conectarWhatsappAction = defineAction(conectarWhatsapp);

/** `desconectarWhatsapp` for the back office. */
export const desconectarWhatsappAction = defineAction(desconectarWhatsapp);

/** `enviarTexto` for the back office's form. */
export const enviarTextoAction = defineAction(enviarTexto);

/** `reintentarMensaje` for the back office. */
export const reintentarMensajeAction = defineAction(reintentarMensaje);
