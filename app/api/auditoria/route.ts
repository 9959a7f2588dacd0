import { defineRoute } from '@/lib/action/define-route';
import { auditoriaOCsv } from '@/lib/auditoria/exportar';

export const GET = defineRoute({ run: auditoriaOCsv });
