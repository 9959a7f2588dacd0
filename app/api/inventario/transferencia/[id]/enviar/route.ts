import { defineRoute } from '@/lib/action/define-route';
import { enviarTransferencia } from '@/lib/inventario/enviar-transferencia';

export const POST = defineRoute({ run: enviarTransferencia });
