import { defineRoute } from '@/lib/action/define-route';
import { mensajesExportables } from '@/lib/whatsapp/exportar';

export const GET = defineRoute({ run: mensajesExportables });
