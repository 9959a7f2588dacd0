import { defineRoute } from '@/lib/action/define-route';
import { enviarImagen } from '@/lib/whatsapp/enviar';
import { CUERPO_MAXIMO } from '@/lib/whatsapp/rules';

export const POST = defineRoute({
  run: enviarImagen,
  status: 201,
  cuerpo: 'archivo',
  limiteBytes: CUERPO_MAXIMO.IMAGEN,
});
