import { defineRoute } from '@/lib/action/define-route';
import { listarIncidencias } from '@/lib/mostrador/queries';

export const GET = defineRoute({ run: listarIncidencias });
