import { defineRoute } from '@/lib/action/define-route';
import { desbloquear } from '@/lib/auth/bloquear';

export const POST = defineRoute({
  run: desbloquear,
  limiteBytes: 4096,
  durante: ['bloqueada', 'cambiar_clave', 'segundo_factor'],
});
