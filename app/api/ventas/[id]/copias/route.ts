import { defineRoute } from '@/lib/action/define-route';
import { listarCopias } from '@/lib/recibo/queries';

export const GET = defineRoute({ run: listarCopias });
