import { defineRoute } from '@/lib/action/define-route';
import { personasDeMostrador } from '@/lib/caja/admitidos';

export const GET = defineRoute({ run: personasDeMostrador, durante: ['bloqueada', 'cambiar_clave', 'segundo_factor'] });
