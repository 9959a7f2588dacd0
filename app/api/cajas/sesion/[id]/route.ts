import { defineRoute } from '@/lib/action/define-route';
import { leerSesion } from '@/lib/caja/queries';

export const GET = defineRoute({ run: leerSesion });
