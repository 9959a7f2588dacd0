import { defineRoute } from '@/lib/action/define-route';
import { sesionesVivas } from '@/lib/caja/queries-cierre';

export const GET = defineRoute({ run: sesionesVivas });
