import { defineRoute } from '@/lib/action/define-route';
import { conceder } from '@/lib/mostrador/conceder';

export const POST = defineRoute({ run: conceder });
