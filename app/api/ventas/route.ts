import { defineRoute } from '@/lib/action/define-route';
import { cobrarVenta } from '@/lib/venta/cobrar';
import { ventasExportables } from '@/lib/venta/exportar';

export const POST = defineRoute({ run: cobrarVenta, status: 201 });
export const GET = defineRoute({ run: ventasExportables });
