import { defineRoute } from '@/lib/action/define-route';
import { rechazar } from '@/lib/aprobacion/rechazar';

export const POST = defineRoute({ run: rechazar });
