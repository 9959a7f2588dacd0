import { defineRoute } from '@/lib/action/define-route';
import { cierreDeSesion } from '@/lib/caja/queries-cierre';

export const GET = defineRoute({ run: cierreDeSesion });
