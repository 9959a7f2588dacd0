import { defineRoute } from '@/lib/action/define-route';
import { bloquear } from '@/lib/auth/bloquear';

export const POST = defineRoute({
  run: bloquear,
  limiteBytes: 4096,
  durante: ['bloqueada', 'cambiar_clave', 'segundo_factor'],
});
