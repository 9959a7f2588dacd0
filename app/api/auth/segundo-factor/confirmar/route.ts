import { defineRoute } from '@/lib/action/define-route';
import { confirmarSegundoFactor } from '@/lib/auth/segundo-factor';

export const POST = defineRoute({ run: confirmarSegundoFactor, limiteBytes: 4096, durante: ['segundo_factor'] });
