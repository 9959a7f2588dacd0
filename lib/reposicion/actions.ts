'use server';

import { defineAction } from '@/lib/action/define-action';
import { anotarVencimiento } from './anotar-vencimiento';
import { ponerReposicion } from './poner';
import { resolverVencimiento } from './resolver-vencimiento';

/** `ponerReposicion` for the product's sheet. */
export const ponerReposicionAction = defineAction(ponerReposicion);

/** `anotarVencimiento` for the product's sheet. */
export const anotarVencimientoAction = defineAction(anotarVencimiento);

/** `resolverVencimiento` for the list of what expires. */
export const resolverVencimientoAction = defineAction(resolverVencimiento);
