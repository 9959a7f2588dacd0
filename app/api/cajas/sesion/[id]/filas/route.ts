import { defineRoute } from '@/lib/action/define-route';
import { filasDeSesion } from '@/lib/caja/queries';

export const GET = defineRoute({ run: filasDeSesion });
