import { defineRoute } from '@/lib/action/define-route';
import { alertasExportables } from '@/lib/inventario/exportar';

export const GET = defineRoute({ run: alertasExportables });
