import { defineRoute } from '@/lib/action/define-route';
import { stockBajoExportable } from '@/lib/inventario/exportar';

export const GET = defineRoute({ run: stockBajoExportable });
