import { defineRoute } from '@/lib/action/define-route';
import { diferenciasEnElTiempo } from '@/lib/caja/queries-cierre';

export const GET = defineRoute({ run: diferenciasEnElTiempo });
