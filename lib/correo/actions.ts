'use server';

import { defineAction } from '@/lib/action/define-action';
import { preferirCierre } from './preferir-cierre';

/** `preferirCierre` for the outbox page. */
export const preferirCierreAction = defineAction(preferirCierre);
