import { defineRoute } from '@/lib/action/define-route';
import { existenciasOCsv } from '@/lib/inventario/existencias';

export const GET = defineRoute({ run: existenciasOCsv });
