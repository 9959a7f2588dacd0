import { defineRoute } from '@/lib/action/define-route';
import { kardexExportable } from '@/lib/inventario/exportar';

export const GET = defineRoute({ run: kardexExportable });
