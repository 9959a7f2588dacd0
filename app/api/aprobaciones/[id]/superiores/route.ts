import { defineRoute } from '@/lib/action/define-route';
import { superioresDeAprobacion } from '@/lib/aprobacion/queries';

export const GET = defineRoute({ run: superioresDeAprobacion });
