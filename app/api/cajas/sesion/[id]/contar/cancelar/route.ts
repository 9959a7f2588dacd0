import { defineRoute } from '@/lib/action/define-route';
import { cancelarConteo } from '@/lib/caja/contar';

export const POST = defineRoute({ run: cancelarConteo });
