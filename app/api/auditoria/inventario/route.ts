import { defineRoute } from '@/lib/action/define-route';
import { movimientosExportables } from '@/lib/auditoria/exportar';

export const GET = defineRoute({ run: movimientosExportables });
