import { defineRoute } from '@/lib/action/define-route';
import { registrarEntrada } from '@/lib/inventario/registrar-entrada';

export const POST = defineRoute({ run: registrarEntrada, status: 201 });
