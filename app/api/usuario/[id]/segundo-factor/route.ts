import { defineRoute } from '@/lib/action/define-route';
import { quitarSegundoFactorDe } from '@/lib/auth/segundo-factor';

export const DELETE = defineRoute({ run: quitarSegundoFactorDe });
