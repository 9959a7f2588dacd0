import { defineRoute } from '@/lib/action/define-route';
import { fotoDeTraspaso } from '@/lib/traspaso/queries';

export const GET = defineRoute({ run: fotoDeTraspaso });
