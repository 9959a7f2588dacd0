import { defineRoute } from '@/lib/action/define-route';
import { nombrarDispositivo } from '@/lib/mostrador/administrar-dispositivo';

export const PUT = defineRoute({ run: nombrarDispositivo });
