import { defineRoute } from '@/lib/action/define-route';
import { cancelarTransferencia } from '@/lib/inventario/cancelar-transferencia';

export const POST = defineRoute({ run: cancelarTransferencia });
