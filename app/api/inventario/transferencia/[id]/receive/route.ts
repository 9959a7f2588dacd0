import { defineRoute } from '@/lib/action/define-route';
import { recibirTransferencia } from '@/lib/inventario/recibir-transferencia';

export const POST = defineRoute({ run: recibirTransferencia });
