import { defineRoute } from '@/lib/action/define-route';
import { vencimientosExportables } from '@/lib/reposicion/exportar';

export const GET = defineRoute({ run: vencimientosExportables });
