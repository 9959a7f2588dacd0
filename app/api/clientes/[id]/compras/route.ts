import { defineRoute } from '@/lib/action/define-route';
import { comprasDeCliente } from '@/lib/venta/queries';

export const GET = defineRoute({ run: comprasDeCliente });
