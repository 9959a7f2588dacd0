import { defineRoute } from '@/lib/action/define-route';
import { leerIncidencia } from '@/lib/mostrador/queries';

export const GET = defineRoute({ run: leerIncidencia });
