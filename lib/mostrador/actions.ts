'use server';

import { defineAction } from '@/lib/action/define-action';
import { nombrarDispositivo, revocarDispositivo } from './administrar-dispositivo';
import { resolverIncidencia } from './resolver-incidencia';

/** `resolverIncidencia` for the back office's form. */
export const resolverIncidenciaAction = defineAction(resolverIncidencia);

/** `revocarDispositivo` for the back office's form. */
export const revocarDispositivoAction = defineAction(revocarDispositivo);

/** `nombrarDispositivo` for the back office's form. */
export const nombrarDispositivoAction = defineAction(nombrarDispositivo);
