import { defineRoute } from '@/lib/action/define-route';
import { comprasExportables } from '@/lib/venta/exportar';

export const GET = defineRoute({ run: comprasExportables });
