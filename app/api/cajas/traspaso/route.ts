import { defineRoute } from '@/lib/action/define-route';
import { traspasar } from '@/lib/traspaso/traspasar';

export const POST = defineRoute({ run: traspasar, status: 201 });
