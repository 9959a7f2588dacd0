import { defineRoute } from '@/lib/action/define-route';
import { valoracionExportable } from '@/lib/inventario/exportar';

export const GET = defineRoute({ run: valoracionExportable });
