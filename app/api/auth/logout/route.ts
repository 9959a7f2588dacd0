import { defineRoute } from '@/lib/action/define-route';
import { salir } from '@/lib/auth/salir';

export const POST = defineRoute({
  run: salir,
  limiteBytes: 4096,
  durante: ['bloqueada', 'cambiar_clave', 'segundo_factor'],
});
