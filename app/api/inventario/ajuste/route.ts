import { defineRoute } from '@/lib/action/define-route';
import { registrarAjuste } from '@/lib/inventario/registrar-ajuste';

export const POST = defineRoute({ run: registrarAjuste, status: 201 });
