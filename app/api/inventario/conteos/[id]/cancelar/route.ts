import { defineRoute } from '@/lib/action/define-route';
import { cancelarConteo } from '@/lib/inventario/cancelar-conteo';

export const POST = defineRoute({ run: cancelarConteo });
