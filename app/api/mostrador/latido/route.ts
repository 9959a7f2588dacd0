import { defineRoute } from '@/lib/action/define-route';
import { latir } from '@/lib/mostrador/latir';

export const POST = defineRoute({ run: latir });
