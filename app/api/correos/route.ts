import { defineRoute } from '@/lib/action/define-route';
import { listarCorreos } from '@/lib/correo/queries';

export const GET = defineRoute({ run: listarCorreos });
