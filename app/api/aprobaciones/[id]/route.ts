import { defineRoute } from '@/lib/action/define-route';
import { leerAprobacion } from '@/lib/aprobacion/queries';

export const GET = defineRoute({ run: leerAprobacion });
