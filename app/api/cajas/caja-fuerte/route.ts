import { defineRoute } from '@/lib/action/define-route';
import { cajasFuertes } from '@/lib/traspaso/queries';

export const GET = defineRoute({ run: cajasFuertes });
