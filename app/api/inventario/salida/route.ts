import { defineRoute } from '@/lib/action/define-route';
import { registrarSalida } from '@/lib/inventario/registrar-salida';

export const POST = defineRoute({ run: registrarSalida, status: 201 });
