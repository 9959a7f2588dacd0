import { defineRoute } from '@/lib/action/define-route';
import { enviarTexto } from '@/lib/whatsapp/enviar';

export const POST = defineRoute({ run: enviarTexto, status: 201 });
