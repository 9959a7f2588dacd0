import { defineRoute } from '@/lib/action/define-route';
import { regenerarCodigos } from '@/lib/auth/segundo-factor';

export const POST = defineRoute({ run: regenerarCodigos, limiteBytes: 4096 });
