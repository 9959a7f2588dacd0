import { defineRoute } from '@/lib/action/define-route';
import { listarAdmisibles } from '@/lib/caja/admitidos';

export const GET = defineRoute({ run: listarAdmisibles });
