import { defineRoute } from '@/lib/action/define-route';
import { estadoWhatsapp } from '@/lib/whatsapp/queries';

export const GET = defineRoute({ run: estadoWhatsapp });
