import { defineRoute } from '@/lib/action/define-route';
import { existenciasExportables } from '@/lib/inventario/exportar';

export const GET = defineRoute({ run: existenciasExportables });
