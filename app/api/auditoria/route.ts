import { defineRoute } from '@/lib/action/define-route';
import { auditoriaExportable } from '@/lib/auditoria/exportar';

export const GET = defineRoute({ run: auditoriaExportable });
