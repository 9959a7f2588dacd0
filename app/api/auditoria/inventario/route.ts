import { defineRoute } from '@/lib/action/define-route';
import { inventarioOCsv } from '@/lib/auditoria/exportar';

export const GET = defineRoute({ run: inventarioOCsv });
