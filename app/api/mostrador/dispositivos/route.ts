import { defineRoute } from '@/lib/action/define-route';
import { equiposExportables } from '@/lib/mostrador/exportar';

export const GET = defineRoute({ run: equiposExportables });
