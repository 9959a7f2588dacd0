import { defineRoute } from '@/lib/action/define-route';
import { registrarMovimiento } from '@/lib/caja/registrar-movimiento';

export const POST = defineRoute({ run: registrarMovimiento, status: 201 });
