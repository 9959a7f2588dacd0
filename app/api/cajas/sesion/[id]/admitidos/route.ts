import { defineRoute } from '@/lib/action/define-route';
import { listarAdmitidos } from '@/lib/caja/admitidos';
import { admitir } from '@/lib/caja/admitir';

export const GET = defineRoute({ run: listarAdmitidos });
export const POST = defineRoute({ run: admitir });
