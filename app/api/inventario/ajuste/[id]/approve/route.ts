import { defineRoute } from '@/lib/action/define-route';
import { aprobar } from '@/lib/aprobacion/aprobar';

export const POST = defineRoute({ run: aprobar });
