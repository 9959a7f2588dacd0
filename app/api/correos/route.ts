import { defineRoute } from '@/lib/action/define-route';
import { correosExportables } from '@/lib/correo/exportar';

export const GET = defineRoute({ run: correosExportables });
