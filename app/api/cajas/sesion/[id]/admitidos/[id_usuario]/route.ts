import { defineRoute } from '@/lib/action/define-route';
import { retirar } from '@/lib/caja/admitir';

export const DELETE = defineRoute({ run: retirar });
