import { defineRoute } from '@/lib/action/define-route';
import { aprobarConPin } from '@/lib/aprobacion/aprobar-con-pin';

export const POST = defineRoute({ run: aprobarConPin });
