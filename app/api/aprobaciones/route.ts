import { defineRoute } from '@/lib/action/define-route';
import { listarAprobaciones } from '@/lib/aprobacion/queries';

export const GET = defineRoute({ run: listarAprobaciones });
