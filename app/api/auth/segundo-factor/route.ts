import { defineRoute } from '@/lib/action/define-route';
import { empezarSegundoFactor } from '@/lib/auth/segundo-factor';

export const POST = defineRoute({ run: empezarSegundoFactor, limiteBytes: 4096, durante: ['segundo_factor'] });
