import { defineRoute } from '@/lib/action/define-route';
import { listarAlertas } from '@/lib/alerta/queries';

export const GET = defineRoute({ run: listarAlertas });
