import { defineRoute } from '@/lib/action/define-route';
import { contarCaja } from '@/lib/caja/contar';

export const POST = defineRoute({ run: contarCaja });
