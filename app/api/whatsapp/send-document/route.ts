import { defineRoute } from '@/lib/action/define-route';
import { enviarDocumento } from '@/lib/whatsapp/enviar';
import { CUERPO_MAXIMO } from '@/lib/whatsapp/rules';

export const POST = defineRoute({
  run: enviarDocumento,
  status: 201,
  cuerpo: 'archivo',
  limiteBytes: CUERPO_MAXIMO.DOCUMENTO,
});
