import { defineRoute } from '@/lib/action/define-route';
import { balanceSesion } from '@/lib/caja/queries';

export const GET = defineRoute({ run: balanceSesion });
