import { defineRoute } from '@/lib/action/define-route';
import { traspasosExportables } from '@/lib/traspaso/exportar';

export const GET = defineRoute({ run: traspasosExportables });
