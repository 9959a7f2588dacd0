import { defineRoute } from '@/lib/action/define-route';
import { exportarProductos } from '@/lib/producto/exportar';

export const GET = defineRoute({ run: exportarProductos });
