import { preflight } from '@/lib/action/cors';
import { defineRoute } from '@/lib/action/define-route';
import { autorizarCanal } from '@/lib/realtime/autorizar-canal';

export const POST = defineRoute({ run: autorizarCanal, limiteBytes: 4096, durante: ['bloqueada'] });
export const OPTIONS = preflight;
