import { defineRoute } from '@/lib/action/define-route';
import { listarTareas } from '@/lib/tarea/queries';

export const GET = defineRoute({ run: listarTareas });
