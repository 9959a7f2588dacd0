import { defineRoute } from '@/lib/action/define-route';
import { reintentarMensaje } from '@/lib/whatsapp/reintentar';

export const POST = defineRoute({ run: reintentarMensaje });
