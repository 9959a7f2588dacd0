import { defineRoute } from '@/lib/action/define-route';
import { desconectarWhatsapp } from '@/lib/whatsapp/conectar';

export const POST = defineRoute({ run: desconectarWhatsapp });
