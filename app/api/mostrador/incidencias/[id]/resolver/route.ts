import { defineRoute } from '@/lib/action/define-route';
import { resolverIncidencia } from '@/lib/mostrador/resolver-incidencia';

export const POST = defineRoute({ run: resolverIncidencia });
