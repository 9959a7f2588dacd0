import { defineRoute } from '@/lib/action/define-route';
import { sesionesExportables } from '@/lib/caja/exportar';

export const GET = defineRoute({ run: sesionesExportables });
