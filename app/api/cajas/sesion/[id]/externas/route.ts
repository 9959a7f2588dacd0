import { defineRoute } from '@/lib/action/define-route';
import { cuentasExternas } from '@/lib/caja/queries-cierre';

export const GET = defineRoute({ run: cuentasExternas });
