import { defineRoute } from '@/lib/action/define-route';
import { fotoDeMovimiento } from '@/lib/caja/fotos';

export const GET = defineRoute({ run: fotoDeMovimiento });
