'use server';

import { defineAction } from '@/lib/action/define-action';
import { atenderAlerta } from './atender';

/** `atenderAlerta` for the back office's form. */
export const atenderAlertaAction = defineAction(atenderAlerta);
