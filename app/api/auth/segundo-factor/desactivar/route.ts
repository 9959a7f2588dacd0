import { defineRoute } from '@/lib/action/define-route';
import { desactivarSegundoFactor } from '@/lib/auth/segundo-factor';

export const POST = defineRoute({ run: desactivarSegundoFactor, limiteBytes: 4096 });
