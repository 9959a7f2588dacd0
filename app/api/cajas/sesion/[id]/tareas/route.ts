import { defineRoute } from '@/lib/action/define-route';
import { anotarPendiente } from '@/lib/caja/anotar';

export const POST = defineRoute({ run: anotarPendiente, status: 201 });
