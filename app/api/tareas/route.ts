import { defineRoute } from '@/lib/action/define-route';
import { tareasExportables } from '@/lib/tarea/exportar';

export const GET = defineRoute({ run: tareasExportables });
