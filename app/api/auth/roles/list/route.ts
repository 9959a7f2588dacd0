import { defineRoute } from '@/lib/action/define-route';
import { listarRoles } from '@/lib/usuario/queries';

export const GET = defineRoute({ run: listarRoles });
