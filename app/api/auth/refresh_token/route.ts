import { defineRoute } from '@/lib/action/define-route';
import { refrescar } from '@/lib/auth/refrescar';

export const POST = defineRoute({ run: refrescar, publico: true, limiteBytes: 4096 });
