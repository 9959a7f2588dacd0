import { defineRoute } from '@/lib/action/define-route';
import { listarSesiones } from '@/lib/caja/queries';

export const GET = defineRoute({ run: listarSesiones });
