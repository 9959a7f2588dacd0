import { defineRoute } from '@/lib/action/define-route';
import { leerLlaves } from '@/lib/auth/segundo-factor';

export const GET = defineRoute({ run: leerLlaves, durante: ['segundo_factor'] });
