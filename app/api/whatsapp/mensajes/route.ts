import { defineRoute } from '@/lib/action/define-route';
import { listarMensajes } from '@/lib/whatsapp/queries';

export const GET = defineRoute({ run: listarMensajes });
