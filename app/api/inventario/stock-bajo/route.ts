import { defineRoute } from '@/lib/action/define-route';
import { listarStockBajo } from '@/lib/inventario/existencias';

export const GET = defineRoute({ run: listarStockBajo });
