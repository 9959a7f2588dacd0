import { defineRoute } from '@/lib/action/define-route';
import { recontarCaja } from '@/lib/caja/recontar';

export const POST = defineRoute({ run: recontarCaja, status: 201 });
