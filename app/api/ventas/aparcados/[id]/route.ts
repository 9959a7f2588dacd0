import { defineRoute } from '@/lib/action/define-route';
import { descartarAparcado } from '@/lib/venta/descartar-aparcado';

export const DELETE = defineRoute({ run: descartarAparcado });
