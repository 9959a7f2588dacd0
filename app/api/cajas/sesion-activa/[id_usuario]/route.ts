import { defineRoute } from '@/lib/action/define-route';
import { sesionActiva } from '@/lib/caja/queries';

export const GET = defineRoute({ run: sesionActiva });
