import { defineRoute } from '@/lib/action/define-route';
import { incidenciasExportables } from '@/lib/mostrador/exportar';

export const GET = defineRoute({ run: incidenciasExportables });
