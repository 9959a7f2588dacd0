import { defineRoute } from '@/lib/action/define-route';
import { aplicarConteo } from '@/lib/inventario/aplicar-conteo';

export const POST = defineRoute({ run: aplicarConteo });
