import { defineRoute } from '@/lib/action/define-route';
import { enviarAGrupo } from '@/lib/whatsapp/enviar';

export const POST = defineRoute({ run: enviarAGrupo, status: 201 });
