import { defineRoute } from '@/lib/action/define-route';
import { tomarAparcado } from '@/lib/venta/tomar-aparcado';

export const POST = defineRoute({ run: tomarAparcado });
