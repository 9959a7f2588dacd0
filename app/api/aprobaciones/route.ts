import { defineRoute } from '@/lib/action/define-route';
import { aprobacionesExportables } from '@/lib/aprobacion/exportar';

export const GET = defineRoute({ run: aprobacionesExportables });
