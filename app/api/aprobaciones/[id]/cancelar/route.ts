import { defineRoute } from '@/lib/action/define-route';
import { cancelarAprobacion } from '@/lib/aprobacion/cancelar';

export const POST = defineRoute({ run: cancelarAprobacion });
