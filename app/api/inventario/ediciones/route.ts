import { defineRoute } from '@/lib/action/define-route';
import { edicionesExportables } from '@/lib/edicion/exportar';

export const GET = defineRoute({ run: edicionesExportables });
