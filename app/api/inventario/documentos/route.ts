import { defineRoute } from '@/lib/action/define-route';
import { documentosExportables } from '@/lib/inventario/exportar';

export const GET = defineRoute({ run: documentosExportables });
