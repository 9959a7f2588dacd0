import { defineRoute } from '@/lib/action/define-route';
import { revocarDispositivo } from '@/lib/mostrador/administrar-dispositivo';

export const POST = defineRoute({ run: revocarDispositivo });
