'use server';

import { defineAction } from '@/lib/action/define-action';
import { generarCodigos } from './generar-codigos';

/** `generarCodigos` for the page of labels. */
export const generarCodigosAction = defineAction(generarCodigos);
