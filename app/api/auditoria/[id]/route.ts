import { defineRoute } from '@/lib/action/define-route';
import { leerAuditoria } from '@/lib/auditoria/queries';

export const GET = defineRoute({ run: leerAuditoria });
