import { defineRoute } from '@/lib/action/define-route';
import { pedirAprobacion } from '@/lib/aprobacion/pedir';

export const POST = defineRoute({ run: pedirAprobacion });
