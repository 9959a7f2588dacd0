'use server';

import { defineAction } from '@/lib/action/define-action';
import { aplicarEdicion } from './aplicar';
import { deshacerEdicion } from './deshacer';
import { verEdicion } from './queries';

/** `verEdicion` for the dialog of the list: what would change, before it is made. */
export const verEdicionAction = defineAction(verEdicion);

/** `aplicarEdicion` for the dialog of the list. */
export const aplicarEdicionAction = defineAction(aplicarEdicion);

/** `deshacerEdicion` for the list of editions. */
export const deshacerEdicionAction = defineAction(deshacerEdicion);
