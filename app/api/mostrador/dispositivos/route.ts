import { defineRoute } from '@/lib/action/define-route';
import { listarDispositivos } from '@/lib/mostrador/queries';

export const GET = defineRoute({ run: listarDispositivos });
